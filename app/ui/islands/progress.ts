const usually = 1500

async function asked(part: Element): Promise<Element | null> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (answer === null || !answer.ok) return part
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-progress]')
}

/**
 * Asks again how far long work is, while it runs and the page is in sight, and shows the answer in its place. data-every: milliseconds
 * between two askings, where something else than a bar is followed.
 */
export function following(page: Document): void {
  const part = page.querySelector<HTMLElement>('[data-progress="running"]')
  if (part === null) return
  setTimeout(async () => {
    const next = page.visibilityState === 'visible' ? await asked(part) : part
    if (next !== null && next !== part) part.replaceWith(page.adoptNode(next))
    following(page)
  }, Number(part.dataset.every) || usually)
}
