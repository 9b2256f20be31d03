// Land and borders of a world-atlas file as GeoJSON: node outline.mjs FOLDER-WITH-NODE_MODULES > outline.json
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const require = createRequire(`${process.argv[2]}/x.js`)
const { feature, mesh } = require('topojson-client')
const atlas = JSON.parse(readFileSync(`${process.argv[2]}/node_modules/world-atlas/countries-50m.json`))
const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b)
console.log(JSON.stringify({ land: feature(atlas, atlas.objects.land).features[0].geometry, borders }))
