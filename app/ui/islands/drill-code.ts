/** This phone's own code for people to scan: it changes every ten seconds, also without network. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { renderSVG } from 'uqr'
import { codeAt, type Mac, stationLength, untilNext } from '../../domain/rollcall/rotating-code'
import type { BoardFacts } from '../drills/board'
import { find, say, type Words } from './drill-page'
import type { Phone } from './drill-phone'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const mac: Mac = (secret, text) => hmac(sha256, bytes(secret), bytes(text))

async function stationAt(address: string): Promise<{ code: string; secret: string } | null> {
  const response = await fetch(address).catch(() => null)
  if (!response?.ok || response.redirected) return null
  const answer: unknown = await response.json().catch(() => null)
  if (typeof answer !== 'object' || answer === null || !('code' in answer) || !('secret' in answer)) return null
  return typeof answer.code === 'string' && typeof answer.secret === 'string' ? { code: answer.code, secret: answer.secret } : null
}

export function codeOf(place: HTMLElement, facts: BoardFacts, phone: Phone, word: Words): void {
  const box = find<HTMLDetailsElement>(place, 'code-box')
  const drawn = find(place, 'code-picture')
  if (!box || !drawn) return
  if (!facts.isOpen) box.hidden = true
  let station: { code: string; secret: string } | null = null
  let shown = ''
  const show = () => {
    if (!box.open || station === null) return
    const now = phone.now()
    const code = codeAt(mac, station, now)
    if (code !== shown) {
      shown = code
      drawn.innerHTML = renderSVG(`${facts.codes}${code}`.toUpperCase(), { ecc: 'M', border: 2 })
      say(place, 'code-text', `${code.slice(0, stationLength)} ${code.slice(stationLength)}`)
    }
    say(place, 'code-said', word('code.next', { n: Math.ceil(untilNext(now) / 1000) }))
  }
  box.addEventListener('toggle', async () => {
    station ??= await stationAt(facts.station)
    if (station === null) say(place, 'code-said', word('code.none'))
    show()
  })
  setInterval(show, 500)
}
