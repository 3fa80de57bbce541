import { catalogue } from '~/content/catalogue.server'
import { getProgrammeTemplate, inYear } from '~/content/programmes.server'
import { recordAudit } from '~/data/accounts/audit.server'
import { programmeOfSlug, programmeReachedInside, recordProgramme, recordProgrammeRevision } from '~/data/classes/programmes.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { scopeFor } from '~/domain/accounts/scope'
import { type Audience, listStateOf } from '~/domain/classes/programme-body'
import { type Fixed, type ProgrammeForm, programmeFrom } from '~/domain/classes/programme-form'
import { NotFound } from '~/domain/shared/faults'
import { isRefused, type Refused, refuse } from '~/domain/shared/refusal'
import { newId } from '~/gateways/secrets.server'
import { getSupervisedPlace } from '../duties/supervised-place.server'

export type ProgrammeWish = { form: ProgrammeForm; parts: Record<string, string>; audience: Audience }

/** What the template lays down for a year, its parts by their names in both languages. A duty that the catalogue does not know for this year is none. */
function fixedBy(template: string, year: number): Fixed & { slug: string } {
  const { binds, duty, evidence, topic, slug, parts } = getProgrammeTemplate(template)
  const yearly = duty === null ? '' : inYear(duty, year)
  return {
    binds,
    duty: catalogue().duties.has(yearly) ? yearly : '',
    evidence,
    topic: inYear(topic, year),
    slug: inYear(slug, year),
    parts: parts.flatMap(({ key, title, kind }) => [title.zh, title.en].map((name) => ({ key, name, kind }))),
  }
}

const unknownIn = ({ sectors, traits, positions }: Audience): boolean => {
  const { vocabulary } = catalogue()
  return (
    sectors.some((id) => !vocabulary.sectors.has(id)) ||
    traits.some((id) => !vocabulary.traits.has(id)) ||
    positions.some((id) => !vocabulary.positions.has(id))
  )
}

/** The street, or the county, makes a year's programme of a kind. One of a kind and year at a place: a second one is refused. */
export async function makeProgramme(acting: Acting, wish: ProgrammeWish): Promise<{ kind: 'made'; id: string } | Refused> {
  const { now, actor } = acting
  const place = await getSupervisedPlace(acting, wish.form.placeId)
  if (unknownIn(wish.audience)) return refuse('classes:refusal.noAudience', 'positions')
  const { slug, ...fixed } = fixedBy(wish.form.template, wish.form.year)
  const body = programmeFrom(wish.form, wish.parts, wish.audience, fixed)
  if (isRefused(body)) return body
  const ids = { programme: newId(now), revision: newId(now), audit: newId(now) }
  const by = actor.accountId
  return transact(async (tx) => {
    const there = await programmeOfSlug(tx, place.id, slug)
    if (there !== null) return refuse('classes:refusal.already', 'year', { year: body.value.year })
    await recordProgramme(tx, { id: ids.programme, slug, placeId: place.id, createdAt: now, createdBy: by })
    await recordProgrammeRevision(tx, { id: ids.revision, programmeId: ids.programme, body: body.value, at: now, by })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: by,
      act: 'classes.programmeMade',
      target: { kind: 'programme', id: ids.programme },
      placeId: place.id,
      detail: { slug, year: body.value.year },
    })
    return { kind: 'made' as const, id: ids.programme }
  })
}

/** Changes a programme whose list is not frozen: afterwards what it asks of whom stays as it was frozen. Its year and kind stay. */
export async function changeProgramme(acting: Acting, id: string, wish: ProgrammeWish): Promise<{ kind: 'changed' } | Refused> {
  const { now, today, actor } = acting
  const scope = scopeFor(actor.grants, 'supervise', today)
  if (unknownIn(wish.audience)) return refuse('classes:refusal.noAudience', 'positions')
  const ids = { revision: newId(now), audit: newId(now) }
  return transact(async (tx) => {
    const programme = await programmeReachedInside(tx, scope, id)
    if (programme === null) throw new NotFound()
    if (listStateOf(programme.steps) === 'frozen') return refuse('classes:refusal.frozen')
    const { template, year, binds, duty, evidence, topic, parts } = programme.body
    const body = programmeFrom({ ...wish.form, template, year }, wish.parts, wish.audience, { binds, duty, evidence, topic, parts })
    if (isRefused(body)) return body
    await recordProgrammeRevision(tx, { id: ids.revision, programmeId: id, body: body.value, at: now, by: actor.accountId })
    await recordAudit(tx, {
      id: ids.audit,
      at: now,
      actor: actor.accountId,
      act: 'classes.programmeChanged',
      target: { kind: 'programme', id },
      placeId: programme.place.id,
      detail: { slug: programme.slug },
    })
    return { kind: 'changed' as const }
  })
}
