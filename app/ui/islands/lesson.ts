import { movableSteps } from './order-steps'

/** Puts the foot of the lesson in place: what is left, or that it is done. */
export function showFoot(page: Document, html: unknown): void {
  const foot = page.querySelector('[data-lesson-foot]')
  if (foot && typeof html === 'string') foot.innerHTML = html
}

function readJson(text: string): { piece?: unknown; end?: unknown } | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? read : null
  } catch {
    return null
  }
}

async function send(form: HTMLFormElement): Promise<{ piece?: unknown; end?: unknown } | null> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'application/json' } })
  return readJson(await answer.text())
}

/** Shows what came back in place of the piece, without moving the page, and reads the verdict out. */
function show(page: Document, box: Element, html: string): void {
  const id = box.id
  box.outerHTML = html
  const fresh = page.getElementById(id)
  if (!fresh) return
  movableSteps(fresh)
  const said = fresh.querySelector<HTMLElement>('[data-said]') ?? fresh.querySelector<HTMLElement>('input[name], select, a')
  said?.focus({ preventScroll: true })
  said?.scrollIntoView({ block: 'nearest' })
}

async function answer(page: Document, form: HTMLFormElement): Promise<void> {
  const box = form.closest('[data-piece-box]')
  if (!box || form.getAttribute('aria-busy') === 'true') return
  const offline = box.querySelector<HTMLElement>('[data-network]')
  if (offline) offline.hidden = true
  form.setAttribute('aria-busy', 'true')
  try {
    const came = await send(form)
    // Signed out meanwhile, or an error page: let the browser send the form and show what is said.
    if (typeof came?.piece !== 'string') return form.submit()
    show(page, box, came.piece)
    showFoot(page, came.end)
  } catch {
    form.removeAttribute('aria-busy')
    if (offline) offline.hidden = false
    offline?.focus()
  }
}

/** A number in the picture follows its box in the list. */
function followMarks(page: Document): void {
  const mark = (target: EventTarget | null, look: string, on: boolean) => {
    if (!(target instanceof HTMLInputElement)) return
    const found = target.closest('[data-piece-box]')?.querySelector(`[data-mark="${CSS.escape(target.value)}"]`)
    found?.classList.toggle(look, on)
  }
  page.addEventListener('change', ({ target }) => mark(target, 'spot-picked', target instanceof HTMLInputElement && target.checked))
  page.addEventListener('focusin', ({ target }) =>
    mark(target, 'spot-focus', target instanceof HTMLInputElement && target.matches(':focus-visible')),
  )
  page.addEventListener('focusout', ({ target }) => mark(target, 'spot-focus', false))
  for (const input of page.querySelectorAll<HTMLInputElement>('[data-piece-box] input')) mark(input, 'spot-picked', input.checked)
}

/** Lessons: answers are shown in place, steps move by arrows, numbers in pictures follow the list. */
export function lessonPieces(page: Document): void {
  if (!page.querySelector('[data-lesson]')) return
  followMarks(page)
  for (const box of page.querySelectorAll('[data-piece-box]')) movableSteps(box)
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-piece-form]')) return
    event.preventDefault()
    void answer(page, form)
  })
}
