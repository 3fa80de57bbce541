import { catalogue } from '~/content/catalogue.server'
import { getMicro } from '~/content/micro.server'
import { findCodes } from '~/data/outreach/poster-codes.server'
import { findOpenPack, findSetPacks, type PosterPack, recordPackAsked } from '~/data/outreach/poster-packs.server'
import { transact } from '~/data/transact.server'
import type { Acting } from '~/domain/accounts/acting'
import { filesIn, mostFiles, type PackAsk, type PackLook } from '~/domain/outreach/pack'
import type { PosterLanguage, PosterStyle } from '~/domain/outreach/poster'
import { NotFound } from '~/domain/shared/faults'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { hasPack } from '~/gateways/pack-files.server'
import { hashOf, newId } from '~/gateways/secrets.server'
import { hangPosters } from './hang-posters.server'
import { getPosterPlace } from './supervised-site.server'

/**
 * Hangs these lessons at these sites and asks for all their posters as one zip. It is made in the background (`makePacks`); the pack's
 * own page shows how far it is. Who waits for one pack does not ask for a second.
 */
export async function askPack(
  acting: Acting,
  wish: { placeId: string; siteIds: readonly string[]; lessons: readonly string[]; look: PackLook },
): Promise<{ kind: 'asked'; packId: string } | Refused> {
  const place = await getPosterPlace(acting, wish.placeId)
  if (wish.look.formats.length === 0 && !wish.look.isOneFile) return refuse('outreach:place.refusal.noFormat', 'format')
  const posters = new Set(wish.siteIds).size * new Set(wish.lessons).size
  if (filesIn(posters, wish.look) > mostFiles) return refuse('outreach:place.refusal.tooManyFiles', 'format', { most: mostFiles })
  if (findOpenPack(acting.actor.accountId) !== null) return refuse('outreach:place.refusal.packOpen')
  const hung = await hangPosters(acting, wish)
  if (hung.kind === 'refused') return hung
  const at = new Set(hung.sites.map(({ id }) => id))
  const codes = findCodes(place.path).filter(({ siteId, lesson }) => at.has(siteId) && hung.lessons.includes(lesson))
  const order = new Map(wish.siteIds.map((id, nth) => [id, nth]))
  const sorted = codes.sort((one, other) => (order.get(one.siteId) ?? 0) - (order.get(other.siteId) ?? 0)).map(({ code }) => code)
  const { now, actor } = acting
  const packId = newId(now)
  const ask: PackAsk = { kind: 'codes', codes: sorted, ...wish.look }
  const pack = {
    id: packId,
    placeId: place.id,
    setId: null,
    ask,
    total: filesIn(sorted.length, wish.look),
    askedBy: actor.accountId,
    askedAt: now,
  }
  await transact((tx) => recordPackAsked(tx, pack))
  return { kind: 'asked', packId }
}

/** Changes with every word and drawing that a set's files are made of. */
function editionOf(setId: string): string {
  const set = catalogue().sets.get(setId)
  if (set === undefined) throw new NotFound()
  return hashOf(JSON.stringify([set, set.lessons.map(getMicro)])).slice(0, 16)
}

type SetLook = { style: PosterStyle; language: PosterLanguage }

/** The pack of a set in this look, in today's edition of its content; null where nobody has asked for it. */
export function findSetPack(setId: string, { style, language }: SetLook): PosterPack | null {
  const edition = editionOf(setId)
  const fits = ({ ask, finishedAt, id }: PosterPack) =>
    ask.kind === 'set' &&
    ask.edition === edition &&
    ask.style === style &&
    ask.language === language &&
    (finishedAt === null || hasPack(id))
  return findSetPacks(setId).find(fits) ?? null
}

/** Asks for a set's files, as anybody may. They are made once for everybody who wants them in this look. */
export async function askSetPack(now: Date, setId: string, look: SetLook): Promise<void> {
  const set = catalogue().sets.get(setId)
  if (set === undefined) throw new NotFound()
  if (findSetPack(setId, look) !== null) return
  const ask: PackAsk = { kind: 'set', edition: editionOf(setId), ...look, size: 'a4', formats: ['pdf', 'png'], isOneFile: true }
  const total = filesIn(set.lessons.length, ask) + 1
  const pack = { id: newId(now), placeId: null, setId, ask, total, askedBy: 'anybody', askedAt: now }
  await transact((tx) => recordPackAsked(tx, pack))
}
