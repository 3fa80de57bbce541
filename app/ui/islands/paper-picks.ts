const inputs = (field: HTMLFieldSetElement) => [
  ...field.querySelectorAll<HTMLInputElement>('input[type=radio][name], input[type=checkbox][name]'),
]
const selects = (field: HTMLFieldSetElement) => [...field.querySelectorAll('select')]

/** The choices of a question as the form would send them, joined by commas; '' for none. */
export function picksOf(field: HTMLFieldSetElement): string {
  const places = selects(field).map((select) => select.value)
  if (places.length > 0) return places.some((place) => place !== '') ? places.join(',') : ''
  return inputs(field)
    .filter((input) => input.checked)
    .map((input) => input.value)
    .join(',')
}

/** Puts choices back into the page. */
export function placePicks(field: HTMLFieldSetElement, picks: string): void {
  const chosen = picks === '' ? [] : picks.split(',')
  for (const input of inputs(field)) input.checked = chosen.includes(input.value)
  for (const [place, select] of selects(field).entries()) select.value = chosen[place] ?? ''
  arrange(field)
}

/** Shows the steps in the order chosen so far; before that, as they came. */
function arrange(field: HTMLFieldSetElement): void {
  const list = field.querySelector('[data-sorter] ol')
  if (!list) return
  const order = selects(field).map((select) => select.value)
  if (order.every((step) => step !== ''))
    for (const step of order) {
      const item = list.querySelector(`[data-step="${step}"]`)
      if (item) list.append(item)
    }
  rank(list)
}

function rank(list: Element): void {
  for (const [at, item] of [...list.children].entries()) {
    const number = item.querySelector('[data-rank]')
    if (number) number.textContent = String(at + 1)
  }
}

/** Replaces the lists of places by arrows beside the steps. Every move is an answer. */
export function prepareSorters(form: HTMLFormElement, keep: (ordinal: number, picks: string) => void): void {
  for (const sorter of form.querySelectorAll<HTMLElement>('[data-sorter]')) {
    const field = sorter.closest<HTMLFieldSetElement>('fieldset[data-question]')
    const plain = sorter.parentElement?.querySelector<HTMLElement>('[data-plain]')
    if (!field || !plain) continue
    plain.hidden = true
    sorter.hidden = false
    arrange(field)
    sorter.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-move]') : null
      if (!button || !moved(button)) return
      const order = [...sorter.querySelectorAll<HTMLElement>('[data-step]')].map((item) => item.dataset.step ?? '')
      for (const [place, select] of selects(field).entries()) select.value = order[place] ?? ''
      button.focus()
      keep(Number(field.dataset.question), picksOf(field))
    })
  }
}

function moved(button: HTMLButtonElement): boolean {
  const item = button.closest('[data-step]')
  const list = item?.parentElement
  const other = button.dataset.move === 'up' ? item?.previousElementSibling : item?.nextElementSibling
  if (!item || !list || !other) return false
  if (button.dataset.move === 'up') other.before(item)
  else other.after(item)
  rank(list)
  return true
}
