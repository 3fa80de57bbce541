import { catalogue } from '~/content/catalogue.server'
import {
  type CertificateRow,
  dataVersion,
  findByNumber,
  findByToken,
  findLastingPosts,
  findNameOfNumber,
} from '~/data/credentials/certificates.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { type CertificateState, certificateState, isOverdueFor, serves, type Topic } from '~/domain/credentials/certificate-state'
import { hasSurname, maskedName } from '~/domain/credentials/masked-name'
import { maskedNumber, readCertificateNumber } from '~/domain/credentials/number'
import { indexFacts } from '~/domain/duties/standing'
import { alphabet, tokenLength } from '~/domain/shared/codes'
import { type Day, formatDay } from '~/domain/shared/day'
import { rulesNow } from '~/usecases/duties/duties-now.server'

/** What a stranger with the exact token is told. Ids stand for words; the name and the number are masked. */
export type CheckedCertificate = CertificateState & {
  name: string
  number: string
  unitName: string
  position: string
  course: string
  passedOn: string
}

/** The state of a certificate on a day: revoked, superseded, expired by today's standing, or valid. */
export function stateOf(certificate: CertificateRow, today: Day): CertificateState {
  const facts = { revoked: certificate.revokedOn !== null, superseded: certificate.superseded, left: false, overdue: false }
  if (facts.revoked || facts.superseded) return certificateState(facts)
  const posts = findLastingPosts(certificate, formatDay(today))
  const left = posts.length === 0
  return certificateState({ ...facts, left, overdue: !left && isOverdue(certificate, posts, today) })
}

/** What the course of a certificate trains for, in its position. */
export function topicsOf({ course, position }: Pick<CertificateRow, 'course' | 'position'>): Topic[] {
  const gives = catalogue().courses.get(course)?.zh.gives ?? []
  return gives.map(({ kind, topic }) => ({ kind, topic: topic.replaceAll('{position}', position) }))
}

function isOverdue(certificate: CertificateRow, posts: readonly string[], today: Day): boolean {
  const topics = topicsOf(certificate)
  const serving = rulesNow().filter((rule) => serves(rule, topics))
  return isOverdueFor(indexFacts(factsOfPeople([certificate.personId], serving)), topics, posts, today)
}

const tokenPattern = new RegExp(`^[${alphabet}]{${tokenLength}}$`)
const atMost = 5000
const known = new Map<string, CheckedCertificate>()
let knownFor = ''

/**
 * Answers /C/<TOKEN>: the exact token in either case, or null; unknown and malformed are one. Answers are kept until anything is
 * committed or the day changes.
 */
export function lookUpCertificate(typed: string, today: Day): CheckedCertificate | null {
  const token = typed.toUpperCase()
  if (!tokenPattern.test(token)) return null
  const version = `${dataVersion()} ${today}`
  if (version !== knownFor || known.size > atMost) known.clear()
  knownFor = version
  const found = known.get(token) ?? checked(token, today)
  if (found) known.set(token, found)
  return found
}

function checked(token: string, today: Day): CheckedCertificate | null {
  const certificate = findByToken(token)
  return certificate && shownOf(certificate, today, maskedNumber(certificate.number))
}

function shownOf(certificate: CertificateRow, today: Day, number: string): CheckedCertificate {
  const { name, unitName, position, course, passedOn } = certificate
  return { ...stateOf(certificate, today), name: maskedName(name), number, unitName, position, course, passedOn }
}

const nobody = '某某某'

/**
 * Answers who has the number and the surname, but no code at hand. A wrong surname is answered like a number that is not there, and as
 * quickly.
 */
export function lookUpNumber(typed: string, surname: string, today: Day): CheckedCertificate | null {
  const number = readCertificateNumber(typed)
  const name = number === null ? null : findNameOfNumber(number)
  const isNamed = hasSurname(name ?? nobody, surname)
  const certificate = number === null || name === null || !isNamed ? null : findByNumber(number)
  return certificate && shownOf(certificate, today, certificate.number)
}
