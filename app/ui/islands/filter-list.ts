/** A field that narrows the list on the page to lines whose text holds what is typed. Without the script the whole list stands there. */
export function filtering(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-filters]')) {
    const holder = field.closest<HTMLElement>('[data-filter-holder]')
    const lines = [...root.querySelectorAll<HTMLElement>('[data-filter-text]')]
    if (holder !== null) holder.hidden = false
    field.addEventListener('input', () => {
      const wanted = field.value.trim().toLowerCase()
      for (const line of lines) line.hidden = !(line.dataset.filterText ?? '').toLowerCase().includes(wanted)
    })
  }
}
