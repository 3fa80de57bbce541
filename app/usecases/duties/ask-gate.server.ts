import { jobRule } from '~/content/jobs.server'
import { jurisdictionsIn } from '~/content/jurisdictions.server'
import { licenceTopic } from '~/content/licences.server'
import { licencesOfPeople } from '~/data/credentials/licences.server'
import { type Card, findCardById, findCardByToken } from '~/data/duties/gate-cards.server'
import { recordGateCheck } from '~/data/duties/gate-checks.server'
import { placeNamesOf } from '~/data/org/place-names.server'
import { type GateSaid, gateSays } from '~/domain/duties/gate-answer'
import { indexForJob } from '~/domain/duties/job-fitness'
import type { Facts } from '~/domain/duties/standing'
import { readCode, tokenLength } from '~/domain/shared/codes'
import type { Day } from '~/domain/shared/day'
import { tally } from '~/gateways/limits.server'
import { matchHash, newId } from '~/gateways/secrets.server'
import { rulesNow } from './duties-now.server'

/** Who asks: nobody signed in, a person by the card's code or by name at her own unit, or a site's own system. */
export type GateAsker = {
  readonly way: 'code' | 'name' | 'site'
  readonly accountId: string | null
  readonly personId: string | null
  readonly tokenId: string | null
  /** Where the question comes from, to tell a page that is opened again from a further question. */
  readonly address: string
}
export type GateAsked = { readonly job: string; readonly asker: GateAsker; readonly now: Date; readonly today: Day }
export type GateReply = { readonly card: Card; readonly said: GateSaid; readonly isOwn: boolean }

const rules = () => rulesNow()

/** The card of an exact token, asked about a job; null for every token that opens none. */
export function askByToken(typed: string, asked: GateAsked): Promise<GateReply | null> {
  const token = readCode(typed, tokenLength)
  return answered(token === null ? null : findCardByToken(token, rules()), asked)
}

/** The card of a post, for who has been let in to ask by name. The caller has checked that the post is at a unit she keeps. */
export const askByPost = (postId: string, asked: GateAsked): Promise<GateReply | null> => answered(findCardById(postId, rules()), asked)

async function answered(found: { card: Card; facts: Facts } | null, asked: GateAsked): Promise<GateReply | null> {
  if (found === null) return null
  const { card, facts } = found
  const { today, asker } = asked
  const rule = jobRule(asked.job, today, jurisdictionsIn(placeNamesOf(card.unitId)))
  const licences = licencesOfPeople([card.personId], licenceTopic)
  const said = gateSays(indexForJob(facts, rule), { id: card.postId, from: card.from, to: card.to }, rule, licences, today)
  const isOwn = asker.personId !== null && facts.people.some(({ id }) => id === asker.personId)
  if (!isOwn && isFirst(card.postId, asked)) await kept(card, said, asked)
  return { card, said, isOwn }
}

const kept = ({ personId, postId, unitId }: Card, { verdict, missing }: GateSaid, { job, asker, now }: GateAsked) =>
  recordGateCheck({
    id: newId(now),
    at: now,
    personId,
    postId,
    unitId,
    job,
    answer: verdict,
    because: missing.map(({ duty, gap }) => (gap === null ? duty : `${duty}:${gap}`)),
    by: asker.accountId,
    tokenId: asker.tokenId,
    way: asker.way,
  })

const sameLook = 60_000
const atMost = 10_000
const looks = new Map<string, number>()

/** A page opened again by the same asker within a minute is the same question; a site's system asks anew each time. */
function isFirst(postId: string, { job, asker, now }: GateAsked): boolean {
  if (asker.way === 'site') return true
  const key = `${asker.accountId ?? asker.address} ${postId} ${job}`
  const counted = tally(() => `look${matchHash(key)}`, sameLook)
  if (counted !== null) return counted === 1
  const before = looks.get(key)
  if (looks.size > atMost) looks.clear()
  looks.set(key, now.getTime())
  return before === undefined || now.getTime() - before >= sameLook
}
