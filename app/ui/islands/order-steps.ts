const arrows = { up: 'M5 12l5-5 5 5', down: 'M5 8l5 5 5-5' } as const

/** Gives every step of an order arrows to move it by; the lists of places stay in the form and follow. */
export function movableSteps(box: Element): void {
  const list = box.querySelector<HTMLElement>('[data-order]')
  if (!list) return
  const hint = box.querySelector<HTMLElement>('[data-moving]')
  if (hint?.dataset.moving) hint.textContent = hint.dataset.moving
  list.classList.add('order-moving')
  for (const step of stepsOf(list)) {
    const buttons = document.createElement('span')
    buttons.className = 'order-arrows no-print'
    buttons.append(arrow(list, step, 'up'), arrow(list, step, 'down'))
    step.append(buttons)
  }
  settle(list)
}

const stepsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-step]')]

function arrow(list: HTMLElement, step: HTMLElement, way: 'up' | 'down'): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.way = way
  button.setAttribute('aria-label', step.dataset[way] ?? '')
  button.innerHTML = `<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="${arrows[way]}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  button.addEventListener('click', () => move(list, step, way, button))
  return button
}

function move(list: HTMLElement, step: HTMLElement, way: 'up' | 'down', button: HTMLButtonElement): void {
  if (button.getAttribute('aria-disabled') === 'true') return
  if (way === 'up') step.previousElementSibling?.before(step)
  else step.nextElementSibling?.after(step)
  settle(list)
  button.focus()
  const said = list.parentElement?.querySelector('[data-order-said]')
  if (said) said.textContent = (step.dataset.moved ?? '').replace('{n}', String(stepsOf(list).indexOf(step) + 1))
}

/** Places follow the order on the page; the first has nowhere up to go and the last nowhere down. */
function settle(list: HTMLElement): void {
  const steps = stepsOf(list)
  for (const [index, step] of steps.entries()) {
    const place = step.querySelector('select')
    if (place) place.value = String(index + 1)
    step.querySelector('[data-way=up]')?.setAttribute('aria-disabled', String(index === 0))
    step.querySelector('[data-way=down]')?.setAttribute('aria-disabled', String(index === steps.length - 1))
  }
}
