// Makes the drawn map one to move and zoom: the places come from the table below it, the outline from this server.
(async () => {
  const figure = document.getElementById('map')
  const rows = [...document.querySelectorAll('#places tbody tr')]
  const outline = await (await fetch(figure.dataset.outline)).json()
  const canvas = document.createElement('div')
  canvas.className = 'canvas'
  figure.querySelector('svg').replaceWith(canvas)
  const map = L.map(canvas, { maxZoom: 12, minZoom: 1, worldCopyJump: false, zoomSnap: 0.25, attributionControl: false })
  const shape = (coordinates, type, className) =>
    L.geoJSON({ type, coordinates }, { interactive: false, style: { className, weight: 1 } }).addTo(map)
  shape(outline.land, 'MultiPolygon', 'land')
  shape(outline.borders, 'MultiLineString', 'border')
  const marks = L.featureGroup()
  const named = new Set(rows.slice(0, Number(figure.dataset.labelled)))
  for (const row of rows.reverse()) {
    const { lon, lat, events, tone } = row.dataset
    const told = document.createElement('div')
    const [place, standings, count] = row.cells
    told.append(...place.cloneNode(true).childNodes, document.createElement('br'), ...standings.cloneNode(true).childNodes)
    const link = count.querySelector('a').cloneNode(true)
    link.append(' ', events === '1' ? 'event' : 'events')
    link.querySelector('.hidden').remove()
    told.append(document.createElement('br'), link)
    L.circleMarker([+lat, +lon], { radius: Math.min(4 + 2.2 * Math.sqrt(+events), 26), className: `mark ${tone}` })
      .bindPopup(told)
      .bindTooltip(place.textContent, named.has(row) ? { permanent: true, direction: 'right', className: 'name' } : {})
      .addTo(marks)
  }
  marks.addTo(map)
  map.fitBounds(marks.getBounds(), { padding: [40, 40], maxZoom: 7 })
  figure.classList.add('live')
})()
