// Puts YASGUI where the plain form is. It asks this server alone, and remembers nothing.
(() => {
  const place = document.getElementById('editor')
  const plain = document.getElementById('plain')
  const { prefixes, queries } = JSON.parse(document.getElementById('shipped').textContent)
  const endpoint = new URL(place.dataset.endpoint, location.href).href
  const declared = (query) => {
    const missing = Object.entries(prefixes).filter(
      ([prefix]) => new RegExp(`(^|[\\s(/|^!])${prefix}:`).test(query) && !new RegExp(`PREFIX\\s+${prefix}:`, 'i').test(query)
    )
    return missing.map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`).join('') + query
  }
  place.hidden = false
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint, method: 'POST' },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    autofocus: false,
    yasqe: { value: declared(plain.elements.query.value), persistenceId: null },
    yasr: { prefixes, persistenceId: null },
  })
  const ask = (name, query) => {
    const tab = yasgui.addTab(true, { name, yasqe: { value: declared(query) } })
    tab.setEndpoint(endpoint)
    return tab
  }
  // What YASGUI leaves unsaid to screen readers; and Tab leads out of the editor, where it would catch who has no mouse.
  const leave = { name: 'leave', Tab: false, 'Shift-Tab': false }
  const help = () => {
    for (const { CodeMirror } of place.querySelectorAll('.CodeMirror')) {
      CodeMirror.removeKeyMap(leave)
      CodeMirror.addKeyMap(leave)
    }
    for (const field of place.querySelectorAll('input:not([aria-label]), textarea:not([aria-label]), select:not([aria-label])'))
      if (!field.labels?.length) field.ariaLabel = field.closest('.CodeMirror') ? 'Query' : field.placeholder || 'Endpoint'
    for (const button of place.querySelectorAll('[role=tablist] button:not([role])')) button.role = 'tab'
    for (const region of place.querySelectorAll('.CodeMirror-scroll[tabindex="-1"]')) region.tabIndex = 0
  }
  new MutationObserver(help).observe(place, { childList: true, subtree: true })
  help()
  const first = yasgui.getTab()
  first.setQuery(declared(plain.elements.query.value))
  first.setEndpoint(endpoint)
  plain.hidden = true
  document.getElementById('queries').addEventListener('click', (event) => {
    const link = event.target.closest('a[data-name]')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    ask(link.textContent.slice(0, 40), queries[link.dataset.name]).query().catch(() => {})
    place.scrollIntoView()
  })
})()
