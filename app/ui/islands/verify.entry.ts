/** On /V: tells genuine certificates from others, on this page alone. Nothing that is read leaves the browser. */
import * as ed from '@noble/ed25519'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { lapsedOn } from '../../domain/credentials/paper-lapse'
import type { RevokedList } from '../../domain/credentials/revoked-list'
import type { PublishedKey } from '../../domain/credentials/signing-keys'
import { checkedList, isNamed, judgeStatement, type StatementCrypto } from '../../domain/credentials/statement-verdict'
import { verdictView } from '../../domain/credentials/verdict-view'
import { civilDay } from '../../domain/shared/civil-day'
import { camera } from './code-camera'
import { picture } from './code-picture'
import { type Names, show, showList } from './verify-show'

ed.hashes.sha512 = sha512
const crypto: StatementCrypto = {
  verify: (signature, message, publicKey) => ed.verify(signature, message, publicKey, { zip215: false }),
  mac: (key, message) => hmac(sha256, key, message),
}

/** Keys and list as far as they could be had; without network, as they were kept. */
async function fetched(): Promise<{ keys: PublishedKey[]; list: RevokedList | null }> {
  try {
    const answer: { keys: PublishedKey[] } = await (await fetch('/V/keys.json')).json()
    const bytes = await fetch('/V/revoked').then((list) => (list.ok ? list.arrayBuffer() : new ArrayBuffer(0)))
    return { keys: answer.keys, list: checkedList(new Uint8Array(bytes), answer.keys, crypto) }
  } catch {
    return { keys: [], list: null }
  }
}

async function begin(box: HTMLElement, place: HTMLElement): Promise<void> {
  const names: Names = JSON.parse(box.dataset.names ?? '{}')
  const coming = fetched()
  const judge = async (typed: string) => {
    const verdict = judgeStatement(typed, await coming, crypto)
    const view = verdictView(verdict, (statement) => lapsedOn(statement, names.renewals, civilDay(new Date())))
    show(place, view, names, (name) => 'statement' in verdict && isNamed(verdict.statement, name, crypto))
  }
  const fromAddress = () => {
    const text = location.hash.slice(1)
    // What the address held is not left behind in the browser's history.
    if (text.length > 20) history.replaceState(null, '', location.pathname)
    if (text.length > 20) void judge(text)
  }
  const form = box.querySelector<HTMLFormElement>('[data-text-check]')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = form.querySelector('textarea')?.value ?? ''
    if (typed.trim() !== '') void judge(typed)
  })
  for (const part of box.querySelectorAll<HTMLElement>('[data-camera]')) camera(part, judge)
  const isOurs = (text: string) => /\/V\/?#A/i.test(text)
  for (const part of box.querySelectorAll<HTMLElement>('[data-picture]')) picture(part, isOurs, judge)
  window.addEventListener('hashchange', fromAddress)
  fromAddress()
  showList(box.querySelector<HTMLElement>('[data-list]'), (await coming).list?.at ?? null, new Date())
}

const box = document.querySelector<HTMLElement>('[data-verify]')
const place = document.querySelector<HTMLElement>('#verdict')
if (box && place) void begin(box, place)
