import { type Lapse, lapsesAmong } from '~/domain/credentials/licence-lapse'
import type { Day } from '~/domain/shared/day'
import { survivorOf } from './licence-holders.server'
import { licencesOfPeople, type StoredLicence, type TopicOf } from './licences.server'

/** Licences of these people that run out within 90 days, or have run out. The caller has checked that he may see these people. */
export function lapsingLicences(personIds: readonly string[], today: Day, topicOf: TopicOf): Lapse<StoredLicence>[] {
  if (personIds.length === 0) return []
  const owner = new Map<string, string>()
  const personOf = ({ personId }: StoredLicence): string => {
    const known = owner.get(personId) ?? survivorOf(personId)?.id ?? personId
    owner.set(personId, known)
    return known
  }
  return lapsesAmong(licencesOfPeople(personIds, topicOf), today, personOf)
}
