const links: Record<string, string> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'prev',
  ArrowUp: 'prev',
  PageUp: 'prev',
  Home: 'first',
  End: 'last',
  Escape: 'exit',
}

/** Before a room: keys follow the links that stand on the page. A long screen scrolls before it is left. */
export function presenting(page: Document): void {
  const box = page.querySelector('[data-present]')
  if (!box) return
  const linkTo = (name: string) => box.querySelector<HTMLAnchorElement>(`a[data-to="${name}"]`)
  page.addEventListener('keydown', (event) => {
    const name = links[event.key]
    if (name === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ' && event.target instanceof Element && event.target.closest('button, summary, input')) return
    if (event.key.startsWith('Arrow') && isScrolling(event.key)) return
    const to = linkTo(event.key === ' ' && event.shiftKey ? 'prev' : name)
    if (!to) return
    event.preventDefault()
    window.location.assign(to.href)
  })
}

function isScrolling(key: string): boolean {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement
  if (key === 'ArrowDown') return scrollTop + clientHeight < scrollHeight - 2
  return key === 'ArrowUp' && scrollTop > 2
}
