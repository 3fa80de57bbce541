/** On a slow network a second tap must not send a form twice: its buttons rest until the answer arrives. */
export function submitOnce(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (form.dataset.sent === 'yes') return event.preventDefault()
    form.dataset.sent = 'yes'
    form.setAttribute('aria-busy', 'true')
  })
  window.addEventListener('pageshow', () => {
    for (const form of page.querySelectorAll('form')) {
      delete form.dataset.sent
      form.removeAttribute('aria-busy')
    }
  })
}
