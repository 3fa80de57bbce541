import type { Statement } from '../app/domain/credentials/statement'
import type { Verdict } from '../app/domain/credentials/statement-verdict'

const forged = {
  'not-ours': 'Not the code of a certificate of ours.',
  cut: 'Incomplete: part of the text is missing.',
  damaged: 'Damaged or changed: the text is not as it was issued.',
  version: 'Not understood: it claims a version that this program does not know.',
  'unknown-key': 'Not issued by this service: the key that signed it is not among the published ones.',
  signature: 'Forged: what it says does not fit its signature.',
} as const

const refused = {
  stolen: 'Not to be believed: the key that signed it was reported stolen, and it says it was issued after that.',
  retired: 'Not to be believed: it says it was issued after the key that signed it went out of use.',
} as const

const instant = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z')

const facts = ({ number, serial, maskedName, unit, position, course, passedOn, issuedAt, kid }: Statement): string =>
  [
    `number    ${number} (serial ${serial})`,
    `name      ${maskedName}`,
    `unit      ${unit}`,
    `position  ${position}`,
    `course    ${course}`,
    `passed    ${passedOn}`,
    `issued    ${instant(issuedAt)}`,
    `key       ${kid}`,
  ].join('\n')

/** A verdict in words for a terminal: the answer first, then what the statement says. `lapsed`: since when its day is too long ago. */
export function verdictWords(verdict: Verdict, lapsed: string | null): string {
  switch (verdict.kind) {
    case 'first-code':
      return `This is the other code of the paper, which asks the service about today: ${verdict.path}`
    case 'unchecked':
      return 'Cannot be checked: there are no keys to check it with.'
    case 'forged':
      return forged[verdict.why]
    case 'refused':
      return `${refused[verdict.why]}\n${facts(verdict.statement)}`
    case 'revoked':
    case 'superseded':
    case 'withdrawn': {
      const what = { revoked: 'Revoked', superseded: 'Superseded by a later one', withdrawn: 'Revoked or superseded' }[verdict.kind]
      return `${what}, as of ${instant(verdict.listAt)}.\n${facts(verdict.statement)}`
    }
    case 'genuine': {
      const { list, listAt, doubtFrom, statement } = verdict
      const known = list === 'current' ? 'neither revoked nor superseded' : 'whether it was revoked is not known'
      const doubt =
        doubtFrom === null
          ? ''
          : `Its key was reported stolen from ${doubtFrom} on; an earlier time of issue does not prove it was signed then.\n`
      const old =
        lapsed === null
          ? ''
          : `Expired by its printed day: such training is asked for again, and since ${lapsed} this paper alone is not enough.\n`
      return `Genuine; ${known}${listAt === null ? '' : ` as of ${instant(listAt)}`}.\n${old}${doubt}${facts(statement)}`
    }
  }
}
