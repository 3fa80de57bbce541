/** Signing out takes the private pages away that this browser keeps, also where the page is out of the service worker's reach. */
export function forgetting(page: Document): void {
  if (!('caches' in window)) return
  page.addEventListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || !/\/sign-out$/.test(event.target.action)) return
    caches
      .keys()
      .then((names) => names.filter((name) => name.includes(' of ')).map((name) => caches.delete(name)))
      .catch(() => undefined)
  })
}
