import { keepUnsaved, readUnsaved } from './paper-keeping'
import { picksOf, placePicks, prepareSorters } from './paper-picks'

type Words = 'saved' | 'saving' | 'unsaved' | 'offline' | 'refused'

const firstRetry = 1000
const lastRetry = 15_000
const grace = 1500

/** Saves every answer of an open paper as it is given, keeps what could not be saved on the phone, and counts down. */
export function paper(page: Document): void {
  const done = page.querySelector<HTMLElement>('[data-paper-done]')?.dataset.paperDone
  if (done) keepUnsaved(done, new Map())
  const form = page.querySelector<HTMLFormElement>('form[data-paper]')
  if (form) watch(form)
}

function watch(form: HTMLFormElement): void {
  const { paper: id = '', answers = '', result = '' } = form.dataset
  const waiting = readUnsaved(id)
  let busy = false
  let retry = firstRetry
  let behind = Number(form.dataset.now) - Date.now()
  const deadline = Number(form.dataset.deadline)
  const fieldset = (ordinal: number) => form.querySelector<HTMLFieldSetElement>(`fieldset[data-question="${ordinal}"]`)

  const say = (word: Words) => {
    const text = form.getAttribute(`data-word-${word}`) ?? ''
    const state = form.querySelector('[data-paper-state]')
    if (state) state.textContent = text.replace('{n}', String(waiting.size))
  }
  const keep = (ordinal: number, picks: string) => {
    waiting.set(ordinal, picks)
    keepUnsaved(id, waiting)
    showProgress(form)
    void flush()
  }
  const settle = (sent: ReadonlyMap<number, string>) => {
    for (const [ordinal, picks] of sent) {
      if (waiting.get(ordinal) === picks) waiting.delete(ordinal)
      const was = fieldset(ordinal)?.querySelector<HTMLInputElement>('[data-was]')
      if (was) was.value = picks
    }
    keepUnsaved(id, waiting)
  }
  const later = () => {
    say(navigator.onLine ? 'unsaved' : 'offline')
    setTimeout(flush, retry)
    retry = Math.min(retry * 2, lastRetry)
  }
  async function flush(): Promise<void> {
    if (busy || waiting.size === 0) return
    busy = true
    say('saving')
    const sent = new Map(waiting)
    const answer = await send(answers, sent)
    busy = false
    if (answer === null) return later()
    retry = firstRetry
    behind = answer.now - Date.now()
    if (answer.kind === 'closed') return location.assign(result)
    if (answer.kind === 'refused') return say('refused')
    settle(sent)
    say(waiting.size > 0 ? 'saving' : 'saved')
    void flush()
  }

  prepareSorters(form, keep)
  for (const [ordinal, picks] of waiting) {
    const field = fieldset(ordinal)
    if (field) placePicks(field, picks)
    else waiting.delete(ordinal)
  }
  form.addEventListener('change', (event) => {
    const field = event.target instanceof Element ? event.target.closest<HTMLFieldSetElement>('fieldset[data-question]') : null
    if (field) keep(Number(field.dataset.question), picksOf(field))
  })
  for (const link of form.querySelectorAll('[data-map]'))
    link.addEventListener('click', () => link.closest('details')?.removeAttribute('open'))
  window.addEventListener('online', () => void flush())
  window.addEventListener('pageshow', (event) => event.persisted && location.reload())
  for (const button of form.querySelectorAll<HTMLElement>('[data-plain-save]')) button.style.display = 'none'
  showProgress(form)
  say('saved')
  void flush()
  countDown(form, () => deadline - Date.now() - behind, result)
}

type Answer = { kind: 'saved' | 'closed' | 'refused'; now: number }

/** Null where nothing came back: the network, a restart, a sign-in page. */
async function send(address: string, sent: ReadonlyMap<number, string>): Promise<Answer | null> {
  const body = new URLSearchParams()
  for (const [ordinal, picks] of sent) {
    body.append(`was${ordinal}`, '?')
    for (const pick of picks.split(',')) body.append(`q${ordinal}`, pick)
  }
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (response.status === 429 || response.status >= 500) return null
    if (!response.headers.get('Content-Type')?.includes('json')) return { kind: 'refused', now: Date.now() }
    const answer: { kind: Answer['kind']; now: number } = await response.json()
    return answer
  } catch {
    return null
  }
}

function showProgress(form: HTMLFormElement): void {
  let answered = 0
  for (const field of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-question]')) {
    const picks = picksOf(field)
    const done = picks !== '' && !picks.split(',').includes('')
    if (done) answered += 1
    const link = form.querySelector<HTMLElement>(`[data-map="${field.dataset.question}"]`)
    if (link) {
      link.dataset.on = done ? 'yes' : 'no'
      link.setAttribute('aria-label', link.getAttribute(done ? 'data-word-done' : 'data-word-open') ?? '')
    }
    for (const box of field.querySelectorAll<HTMLInputElement>('input[type=checkbox][name]')) {
      const marker = field.querySelector<HTMLElement>(`[data-marker="${box.id}"]`)
      if (marker) marker.dataset.on = box.checked ? 'yes' : 'no'
    }
  }
  const count = form.querySelector<HTMLElement>('[data-paper-count]')
  if (count) count.textContent = (count.dataset.words ?? '').replace('{done}', String(answered))
}

/** Two digits of minutes and seconds; the last minutes are said aloud once each. At the end the server has the word. */
function countDown(form: HTMLFormElement, left: () => number, result: string): void {
  const clock = form.querySelector<HTMLElement>('[data-paper-clock]')
  const state = form.querySelector('[data-paper-state]')
  const announced = new Set<number>()
  const tick = () => {
    const milliseconds = left()
    if (milliseconds < -grace) return location.assign(result)
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
    const time = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
    if (clock) {
      clock.textContent = (clock.dataset.words ?? '').replace('{time}', time)
      clock.classList.toggle('text-vermilion', seconds <= 60)
    }
    for (const minutes of [5, 1])
      if (seconds <= minutes * 60 && seconds > minutes * 60 - 5 && !announced.has(minutes)) {
        announced.add(minutes)
        if (state) state.textContent = (form.dataset.wordMinutes ?? '').replace('{n}', String(minutes))
      }
    setTimeout(tick, 1000)
  }
  tick()
}
