/** Small hands for the board: its words, and rows made from the templates that stand in the page. */
export type Words = (key: string, values?: Record<string, string | number>) => string

export function wordsOf(place: HTMLElement): Words {
  const words: Record<string, string> = JSON.parse(place.dataset.words ?? '{}')
  return (key, values = {}) => (words[key] ?? key).replace(/\{(\w+)\}/g, (_found, name: string) => String(values[name] ?? ''))
}

export const find = <T extends HTMLElement = HTMLElement>(place: ParentNode, hook: string): T | null =>
  place.querySelector<T>(`[data-${hook}]`)

/** A row made anew from a template of the page. */
export function rowOf(place: HTMLElement, hook: string): HTMLElement {
  const made = place.querySelector<HTMLTemplateElement>(`template[data-${hook}]`)?.content.firstElementChild?.cloneNode(true)
  return made instanceof HTMLElement ? made : document.createElement('li')
}

export function say(place: ParentNode, hook: string, text: string): void {
  const found = find(place, hook)
  if (found && found.textContent !== text) found.textContent = text
  if (found?.hasAttribute('hidden') || text === '') found?.toggleAttribute('hidden', text === '')
}

/** Shows rows by key in this order; rows that stay are moved, never made anew, so that what is open or being typed stays. */
export function showRows<T>(
  list: HTMLElement | null,
  items: readonly T[],
  keyOf: (item: T) => string,
  make: (item: T) => HTMLElement,
  fill: (row: HTMLElement, item: T) => void,
): void {
  if (!list) return
  const wanted = new Set(items.map(keyOf))
  const there = new Map<string, HTMLElement>()
  // Rows that came with the page have no key: they are made anew, once.
  for (const row of [...list.children]) {
    const key = row instanceof HTMLElement ? row.dataset.key : undefined
    if (row instanceof HTMLElement && key !== undefined && wanted.has(key)) there.set(key, row)
    else row.remove()
  }
  for (const [nth, item] of items.entries()) {
    const key = keyOf(item)
    const row = there.get(key) ?? make(item)
    row.dataset.key = key
    fill(row, item)
    if (list.children[nth] !== row) list.insertBefore(row, list.children[nth] ?? null)
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
/** A stretch of time as 2:05 or 1:02:05. */
export function stretch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const hours = Math.floor(seconds / 3600)
  return `${hours > 0 ? `${hours}:` : ''}${hours > 0 ? two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
export const timeText = (at: number): string => clock.format(at)
