/**
 * On the page of an assessment: every mark is kept on this phone as it is made, the last can be taken back, a failed must-pass step ends
 * it, and what is handed in goes out once there is a network. The page works without it, as a plain form.
 */
import { forget, type KeptSheet, keep, kept, keyOf, send } from './practical-keeping'
import { newUuid } from './uuid'

const firstRetry = 2000
const lastRetry = 60_000

export async function sheetOf(form: HTMLFormElement): Promise<void> {
  const { practical = '', observer = '', round = '', sheets = '', after = '', lock = '' } = form.dataset
  const key = keyOf(practical, observer, round)
  const word = (name: string): string => form.getAttribute(`data-word-${name}`) ?? ''
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')]
  const line = form.querySelector<HTMLElement>('[data-sheet-line]')
  const undo = form.querySelector<HTMLButtonElement>('[data-sheet-undo]')
  const submit = form.querySelector<HTMLButtonElement>('button[type=submit]')
  const blank = (): KeptSheet => ({
    sheet: newUuid(),
    observer,
    round,
    address: sheets,
    startedAt: new Date().toISOString(),
    finishedAt: null,
    refused: null,
    order: [],
    marks: {},
    notes: {},
  })
  let state = (await kept(key, lock)) ?? blank()
  let busy = false
  let retry = firstRetry

  const tell = (text: string, more?: Node) => {
    if (!line) return
    line.textContent = text
    if (more) line.append(' ', more)
    line.hidden = text === ''
  }
  const store = () => void keep(key, state, lock).then((isKept) => isKept || tell(word('no-store')))
  /** Never before what was marked before, whatever the phone's clock does in between. */
  const instant = (): string =>
    new Date(Math.max(Date.now(), ...[state.startedAt, ...Object.values(state.marks).map(({ at }) => at)].map(Date.parse))).toISOString()
  const endedBy = (): number =>
    steps.findIndex(({ dataset }) => dataset.must === 'yes' && state.marks[dataset.step ?? '']?.mark === 'missed')
  const asked = (): HTMLElement[] => (endedBy() < 0 ? steps : steps.slice(0, endedBy() + 1))

  const show = () => {
    const last = endedBy()
    for (const [nth, element] of steps.entries()) {
      const step = element.dataset.step ?? ''
      const said = state.marks[step]?.mark
      for (const radio of element.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
        radio.checked = radio.value === said
        radio.disabled = state.finishedAt !== null
      }
      const train = element.querySelector<HTMLElement>('[data-step-train]')
      if (train) train.hidden = said !== 'missed'
      element.hidden = last >= 0 && nth > last
    }
    const ended = form.querySelector<HTMLElement>('[data-sheet-ended]')
    if (ended) ended.hidden = last < 0
    const done = asked().filter(({ dataset }) => state.marks[dataset.step ?? ''] !== undefined).length
    const progress = form.querySelector<HTMLElement>('[data-sheet-progress]')
    if (progress) progress.textContent = done === asked().length ? word('all') : word('progress').replace('{done}', String(done))
    if (undo) undo.hidden = state.order.length === 0 || state.finishedAt !== null
    if (submit) submit.disabled = state.finishedAt !== null
  }

  const discard = () => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'min-h-touch underline'
    button.textContent = word('discard')
    button.addEventListener('click', () => {
      void forget(key).then(() => location.assign(after))
    })
    return button
  }
  const signIn = () => {
    const link = document.createElement('a')
    link.href = `/sign-in?next=${encodeURIComponent(after)}`
    link.textContent = word('sign-in')
    return link
  }

  async function flush(): Promise<void> {
    if (busy || state.finishedAt === null || state.refused !== null) return
    busy = true
    tell(word('sending'))
    const answer = await send(state)
    busy = false
    if (answer.kind === 'arrived') {
      await forget(key)
      return location.assign(`${after}?done=${answer.said}`)
    }
    if (answer.kind === 'refused') {
      state = { ...state, refused: answer.stays ? null : answer.words }
      store()
      return tell(answer.words, answer.stays ? signIn() : discard())
    }
    if (answer.kind === 'sign-in') return tell(word('waits'), signIn())
    tell(word('waits'))
    setTimeout(() => void flush(), retry)
    retry = Math.min(retry * 2, lastRetry)
  }

  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    state.notes[target.name.slice('note-'.length)] = target.value
    store()
  })
  form.addEventListener('change', (event) => {
    const field = event.target
    if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return
    const step = field.name.slice('mark-'.length)
    state.marks[step] = { mark: field.value, at: instant() }
    state.order = [...state.order.filter((one) => one !== step), step]
    store()
    show()
    tell('')
    if (endedBy() >= 0) form.querySelector('[data-sheet-ended]')?.scrollIntoView({ block: 'nearest' })
  })
  undo?.addEventListener('click', () => {
    const step = state.order.pop()
    if (step === undefined) return
    delete state.marks[step]
    store()
    show()
    steps.find(({ dataset }) => dataset.step === step)?.scrollIntoView({ block: 'center' })
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const open = asked().filter(({ dataset }) => state.marks[dataset.step ?? ''] === undefined)
    if (open.length > 0) {
      tell(word('open').replace('{count}', String(open.length)))
      open[0]?.scrollIntoView({ block: 'center' })
      open[0]?.querySelector<HTMLInputElement>('input[type=radio]')?.focus({ preventScroll: true })
      return
    }
    const reached = new Set(asked().map(({ dataset }) => dataset.step ?? ''))
    state.marks = Object.fromEntries(Object.entries(state.marks).filter(([step]) => reached.has(step)))
    state.finishedAt = instant()
    state.refused = null
    store()
    show()
    void flush()
  })
  for (const [step, note] of Object.entries(state.notes)) {
    const field = form.querySelector<HTMLTextAreaElement>(`#note-${CSS.escape(step)}`)
    if (field) field.value = note
  }
  for (const plain of form.querySelectorAll<HTMLElement>('[data-sheet-plain]')) plain.hidden = true
  window.addEventListener('online', () => void flush())
  show()
  if (state.refused !== null) tell(state.refused, discard())
  void flush()
}
