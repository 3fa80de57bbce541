const two = (value: number) => String(value).padStart(2, '0')

function later(clock: string, seconds: number): string {
  const [hours = 0, minutes = 0, from = 0] = clock.split(':').map(Number)
  const total = (hours * 3600 + minutes * 60 + from + seconds) % 86_400
  return [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60].map(two).join(':')
}

/** Puts the parts that changed in place; buttons are not among them, so the focus stays where it is. */
function renew(page: Document, fresh: Document): void {
  for (const part of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const now = fresh.querySelector(`[data-live="${CSS.escape(part.dataset.live ?? '')}"]`)
    if (now && now.innerHTML !== part.innerHTML) part.innerHTML = now.innerHTML
  }
}

async function look(page: Document, box: HTMLElement): Promise<void> {
  const answer = await fetch(window.location.href.split('#')[0] ?? '')
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const now = fresh.querySelector<HTMLElement>('[data-panel]')
  if (!now) return window.location.reload()
  renew(page, fresh)
  tick(page, box, now.dataset)
}

const number = (text: string | undefined, without: number) => (text === undefined || Number.isNaN(Number(text)) ? without : Number(text))

/** Lets the clock run until something happens by itself, then looks at the panel again. */
function tick(page: Document, box: HTMLElement, { next }: DOMStringMap): void {
  const clock = page.querySelector<HTMLElement>('[data-panel-clock]')
  const from = clock?.textContent ?? '00:00:00'
  const began = performance.now()
  const due = number(next, 30)
  const timer = window.setInterval(() => {
    const gone = Math.floor((performance.now() - began) / 1000)
    if (clock) clock.textContent = later(from, Math.min(gone, due))
    if (gone < due + 1) return
    window.clearInterval(timer)
    // Without a network the link “look at the panel” and every button still work.
    look(page, box).catch(() => window.setTimeout(() => tick(page, box, { next: '5' }), 5000))
  }, 250)
}

/** The fire-alarm panel: its clock runs and what happens by itself appears, while nobody presses anything. */
export function panel(page: Document): void {
  const box = page.querySelector<HTMLElement>('[data-panel]')
  if (box) tick(page, box, box.dataset)
}
