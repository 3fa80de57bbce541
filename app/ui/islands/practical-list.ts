/** On the list: what this phone still holds is named, and what is handed in goes out. */
import { forget, kept, keptKeys, keyOf, send } from './practical-keeping'

const firstRetry = 2000
const lastRetry = 60_000

/** What became of one sheet: gone out, or why it is still here. */
type Left = { words: string; isRefused: boolean } | null

export function listOf(place: HTMLElement): void {
  const word = (name: string): string => place.getAttribute(`data-word-${name}`) ?? ''
  const others = place.querySelector<HTMLElement>('[data-others]')
  const gone = place.querySelector<HTMLElement>('[data-gone]')
  let retry = firstRetry
  let sent = 0

  async function look(key: string, lock: string): Promise<Left> {
    const sheet = await kept(key, lock)
    if (sheet === null) return null
    if (sheet.refused !== null) return { words: sheet.refused, isRefused: true }
    if (sheet.finishedAt === null)
      return { words: word('begun').replace('{count}', String(Object.keys(sheet.marks).length)), isRefused: false }
    const answer = await send(sheet)
    if (answer.kind === 'refused') return { words: answer.words, isRefused: !answer.stays }
    if (answer.kind !== 'arrived') return { words: word(answer.kind === 'later' ? 'waits' : 'sign-in'), isRefused: false }
    await forget(key)
    sent += 1
    return null
  }

  async function run(): Promise<void> {
    const keys = await keptKeys()
    let own = 0
    let waiting = 0
    for (const line of place.querySelectorAll<HTMLElement>('[data-practical]')) {
      const { practical = '', observer = '', lock = '' } = line.dataset
      const start = keyOf(practical, observer, '')
      const said: { key: string; left: Left }[] = []
      for (const key of keys.filter((one) => one.startsWith(start))) said.push({ key, left: await look(key, lock) })
      own += said.length
      const left = said.find((one) => one.left !== null)
      line.hidden = left === undefined
      if (left?.left) show(line, left.key, left.left)
      waiting += left === undefined ? 0 : 1
    }
    if (others) {
      others.hidden = keys.length === own
      others.textContent = word('others').replace('{count}', String(keys.length - own))
    }
    if (gone) gone.hidden = sent === 0
    place.hidden = waiting === 0 && sent === 0 && keys.length === own
    if (waiting > 0) setTimeout(() => void run(), retry)
    retry = Math.min(retry * 2, lastRetry)
  }

  function show(line: HTMLElement, key: string, { words, isRefused }: NonNullable<Left>): void {
    const said = line.querySelector<HTMLElement>('[data-said]')
    if (said) said.textContent = words
    const discard = line.querySelector<HTMLButtonElement>('button')
    if (!discard) return
    discard.hidden = !isRefused
    discard.onclick = () => void forget(key).then(run)
  }

  window.addEventListener('online', () => void run())
  void run()
}
