import { gatherByThing, gatheredLine } from '~/content/gathered-lines.server'
import { type CertificateRow, findLastingPosts } from '~/data/credentials/certificates.server'
import { enteredAfterwards } from '~/data/drills/entered-afterwards.server'
import { factsOfPeople } from '~/data/duties/facts.server'
import { serves } from '~/domain/credentials/certificate-state'
import { requirementsOf } from '~/domain/duties/requirement'
import { indexFacts } from '~/domain/duties/standing'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import type { DutyLine } from '~/ui/duties/duty-line'
import { topicsOf } from '~/usecases/credentials/look-up-certificate.server'
import { rulesNow } from '~/usecases/duties/duties-now.server'

/** The duties of the post that a certificate's training is asked by, as they stand today; none once the post has ended. */
export function certificateLines(certificate: CertificateRow, today: Day, locale: Locale): DutyLine[] {
  const [postId] = findLastingPosts(certificate, formatDay(today))
  if (postId === undefined) return []
  const topics = topicsOf(certificate)
  const rules = rulesNow().filter((rule) => serves(rule, topics))
  const facts = factsOfPeople([certificate.personId], rules)
  const index = indexFacts(facts)
  const post = facts.posts.find(({ id }) => id === postId)
  const sight = {
    locale,
    unitNames: new Map([[certificate.unitId, certificate.unitName]]),
    evidence: new Map(facts.evidence.map((piece) => [piece.id, piece])),
    afterwards: enteredAfterwards(facts.evidence),
    startsOn: post !== undefined && post.from > today ? post.from : null,
  }
  return gatherByThing(requirementsOf(index, postId, today)).map((gathered) => gatheredLine(gathered, sight))
}
