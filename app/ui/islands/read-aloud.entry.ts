/** On a page that carries its hook: a button that reads the page out, where the browser has a Chinese voice. Nothing else happens. */
import { type Piece, spoken } from '../../domain/outreach/spoken'

type Run = { button: HTMLButtonElement; said: SpeechSynthesisUtterance[] }

/** Mandarin before other Chinese voices: zh-HK is Cantonese on most systems. */
function chineseVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  return voices.find(({ lang }) => /^zh[-_](CN|Hans)/i.test(lang)) ?? voices.find(({ lang }) => /^zh/i.test(lang))
}

/** What matches below a place or after it, outermost first, as far as it can be seen. */
function piecesAfter(place: Element, what: string): Piece[] {
  let last: Element | null = null
  const found: Piece[] = []
  for (const element of document.querySelectorAll<HTMLElement>(what)) {
    const follows = place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING
    if (!follows || last?.contains(element) || element.getClientRects().length === 0) continue
    last = element
    // An answer that has a number in the picture is counted anyway.
    const number = element.querySelector<HTMLElement>('.tick-number')?.innerText ?? ''
    found.push({ text: element.innerText.replace(number, ''), isOption: element.matches('form button, label') })
  }
  return found
}

function begin(
  { read = '', stop = '', option = '', what = '', after = '', again = '', look = '' }: DOMStringMap,
  voices: SpeechSynthesis,
): void {
  let run: Run | null = null
  const halt = () => {
    if (run === null) return
    const { button } = run
    run = null
    voices.cancel()
    button.setAttribute('aria-pressed', 'false')
    button.textContent = read
  }
  const start = (button: HTMLButtonElement, from: Element) => {
    const voice = chineseVoice(voices.getVoices())
    const said = spoken(piecesAfter(from, what), option).map((text) => new SpeechSynthesisUtterance(text))
    const last = said[said.length - 1]
    if (!voice || !last) return
    const mine = { button, said }
    run = mine
    button.setAttribute('aria-pressed', 'true')
    button.textContent = stop
    const over = () => run === mine && halt()
    last.onend = over
    for (const one of said) {
      one.voice = voice
      one.lang = voice.lang
      one.onerror = over
      voices.speak(one)
    }
  }
  const put = (from: Element, place: (button: HTMLButtonElement) => void) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = look
    button.textContent = read
    button.setAttribute('aria-pressed', 'false')
    button.addEventListener('click', () => {
      const isMine = run?.button === button
      halt()
      if (!isMine) start(button, from)
    })
    place(button)
  }
  const show = () => {
    if (!chineseVoice(voices.getVoices())) return
    voices.onvoiceschanged = null
    const main = document.querySelector('main')
    const head = document.querySelector(after)
    if (main && head) put(main, (button) => head.after(button))
    // The page opens at what was answered last: whoever listens goes on from there.
    const answered = again ? [...document.querySelectorAll(again)].pop()?.closest('section') : null
    if (answered) put(answered, (button) => answered.prepend(button))
  }
  voices.onvoiceschanged = show
  window.addEventListener('pagehide', halt)
  show()
}

const hook = document.querySelector<HTMLElement>('script[data-read]')
if (hook && 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window) begin(hook.dataset, window.speechSynthesis)
