import type { AppLoadContext } from '@remix-run/node'
import { db } from '~/data/db.server'
import { translator } from '~/i18n/translator'

export type Door = (args: { request: Request; params: Record<string, string>; context: AppLoadContext }) => Promise<unknown>
export type Fields = readonly (readonly [string, string])[]

/** What people who mean no good, and telephones with strange keyboards, type into a field. */
export const hostileValues: readonly string[] = [
  '',
  ' ',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE Person; --",
  '中'.repeat(10_000),
  `\u0000\u0007\u001b[31m`,
  '\u202e下反\u2066\u200b',
  '👩‍🚒🔥',
  '__proto__',
  'constructor',
  '{"$gt":""}',
  '%00%0a%0d',
  '../../../etc/passwd',
  '-1',
  '1e309',
  '99999999999999999999999',
  '1900-01-01',
  '9999-12-31',
  '2026-02-30',
  'NaN',
  '\ud800',
]

/** Fields that no page of ours sends. */
export const foreignFields: Fields = [
  ['__proto__', 'x'],
  ['__proto__.isAdministrator', 'true'],
  ['constructor.prototype.role', 'administrator'],
  ['__intent__', 'garbage'],
  ['__intent__', '{"type":"reset","payload":{}}'],
  ['__state__', 'not json'],
  ['name[99999999999]', 'x'],
  ['name[', 'x'],
  ['', 'x'],
  ...['role', 'unitId', 'score', 'passed', 'personId', 'accountId', 'evidenceId', 'closedAt', 'deadlineAt', 'now'].map(
    (name) => [name, '100'] as const,
  ),
  ...Array.from({ length: 30 }, (_, nth) => [`more${nth}`, 'x'.repeat(100)] as const),
]

/** One field at a time made hostile, sent twice, sent as a list and as an object, left out; then all foreign fields, one by one and together. */
export function* hostileForms(usual: Fields): Generator<{ what: string; fields: Fields }> {
  for (const [name, value] of usual) {
    const others = usual.filter(([other]) => other !== name)
    for (const bad of hostileValues) yield { what: `${name}=${bad.slice(0, 30)}`, fields: [...others, [name, bad]] }
    yield { what: `${name} twice`, fields: [...usual, [name, value]] }
    yield { what: `${name}[0]`, fields: [...others, [`${name}[0]`, value]] }
    yield { what: `${name}.x`, fields: [...others, [`${name}.x`, value]] }
    yield { what: `${name} missing`, fields: others }
  }
  for (const foreign of foreignFields) yield { what: `${foreign[0]} beside`, fields: [...usual, foreign] }
  yield { what: 'everything at once', fields: [...usual, ...foreignFields] }
}

/** Bodies that are no form at all. */
export const hostileBodies: readonly { what: string; type: string | null; body: string }[] = [
  { what: 'json', type: 'application/json', body: '{"login":["a"],"__proto__":{"x":1}}' },
  { what: 'broken json', type: 'application/json', body: '{"video":' },
  { what: 'text', type: 'text/plain', body: 'hello' },
  { what: 'nothing', type: null, body: '' },
  { what: 'multipart without a boundary', type: 'multipart/form-data', body: 'x' },
  { what: 'broken multipart', type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disposition: nonsense\r\n' },
  { what: 'percent signs', type: 'application/x-www-form-urlencoded', body: '%%%=%E0%A4%A&=&&&' },
]

export type Answer = { status: number; to: string | null; errors: Record<string, string[]> | null; text: string }
type Sent = { path: string; params?: Record<string, string>; cookie?: string; address?: string }

const refusalOf = (value: unknown): { status: number; errors: Record<string, string[]> | null } => {
  const { init, data } = Object(value)
  return { status: init?.status ?? 200, errors: data?.errors ?? null }
}

/** What comes back. A fault that is no answer is a 500. */
async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const answer = await work.catch((thrown: unknown) =>
    thrown instanceof Error ? { init: { status: 500 }, data: String(thrown.stack) } : thrown,
  )
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get('Location'), errors: null, text: await answer.text() }
  const shown = typeof answer === 'object' && answer !== null && 'data' in answer ? String(answer.data) : ''
  return { ...refusalOf(answer), to: null, text: shown }
}

const call = (door: Door, { path, params = {}, cookie = '', address = '10.0.0.1' }: Sent, init: RequestInit) => {
  const request = new Request(`http://127.0.0.1:3000${path}`, { ...init, headers: { ...init.headers, Cookie: cookie } })
  return answerOf(door({ request, params, context: { address, requestId: 't' } }))
}
export const opens = (door: Door, sent: Sent) => call(door, sent, {})
export const sends = (door: Door, sent: Sent, fields: Fields) =>
  call(door, sent, { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })
export const sendsBody = (door: Door, sent: Sent, { type, body }: { type: string | null; body: string }) =>
  call(door, sent, { method: 'POST', body: new TextEncoder().encode(body), headers: type === null ? {} : { 'Content-Type': type } })

/** Does an answer say something in words, in both languages, and is no failure of ours? What is wrong with it, or null. */
export function complaintAbout({ status, errors, text }: Answer): string | null {
  if (status >= 500) return `${status}: ${text.slice(0, 400)}`
  if (status === 400 && errors !== null && Object.keys(errors).length === 0) return 'a refusal that says nothing'
  for (const key of Object.values(errors ?? {}).flat())
    for (const locale of ['zh', 'en'] as const) if (!translator(locale).exists(key)) return `no words for “${key}”`
  return null
}

/** What may not change by anything a stranger or a learner sends. */
export async function whatHolds() {
  const [grants, posts, evidence, certificates, units, scores] = await Promise.all([
    db().grant.findMany(),
    db().post.findMany(),
    db().evidenceEntry.count(),
    db().certificate.count(),
    db().unit.findMany(),
    db().attempt.findMany({ select: { id: true, personId: true, score: true, passed: true, deadlineAt: true } }),
  ])
  return { grants, posts, evidence, certificates, units, scores }
}
