/** Cards of people, scanned by the phone of who calls the roll: known by the hash of their code, also without network. */
import { sha256 } from '@noble/hashes/sha2.js'
import { timelineOf } from '../../domain/drills/timeline'
import { rollOf } from '../../domain/rollcall/presence'
import type { BoardFacts } from '../drills/board'
import { camera } from './code-camera'
import { picture } from './code-picture'
import { say, type Words } from './drill-page'
import type { Phone } from './drill-phone'

const cardAddress = /\/G\/([0-9A-Z]{26})(?:[/?#]|$)/i
const isCard = (text: string): boolean => cardAddress.test(text)
const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const markOf = (token: string): string => hex(sha256(new TextEncoder().encode(token.toUpperCase()))).slice(0, 16)

export function cardsOf(place: HTMLElement, facts: BoardFacts, phone: Phone, word: Words): void {
  const names = new Map(facts.expected.map(({ id, name }) => [id, name]))
  const read = (text: string) => {
    const token = cardAddress.exec(text)?.[1]
    const who = token === undefined ? undefined : facts.cards[markOf(token)]
    const name = who === undefined ? undefined : names.get(who)
    if (who === undefined || name === undefined) return say(place, 'said', word('camera.stranger'))
    const { begins } = timelineOf(phone.entries(), facts.roles)
    const state = rollOf(facts.expected, phone.entries(), facts.roles, begins).people.get(who)?.state
    say(place, 'said', word(state === 'there' ? 'camera.before' : 'camera.found', { name }))
    if (state !== 'there') void phone.add({ kind: 'seen', who, way: 'card', zone: facts.myZones[0] ?? facts.assembly[0] ?? '' })
  }
  if (!facts.isOpen) return
  for (const part of place.querySelectorAll<HTMLElement>('[data-camera]')) camera(part, read)
  for (const part of place.querySelectorAll<HTMLElement>('[data-picture]')) picture(part, isCard, read)
}
