import { licenceAskedOf } from '~/content/licence-asks.server'
import { licenceTopic } from '~/content/licences.server'
import { type Holder, holdersAtUnit, holdersInScope, type LicenceHolder, postHolders } from '~/data/credentials/licence-holders.server'
import { findLicenceRules } from '~/data/credentials/licence-rules.server'
import { licencesById, type StoredLicence } from '~/data/credentials/licences.server'
import { type DirectoryUnit, unitDirectory } from '~/data/org/unit-directory.server'
import type { Scope } from '~/domain/accounts/scope'
import { lastWord, licenceState, printedThrough } from '~/domain/credentials/licence'
import { type LicenceAsked, licenceGap } from '~/domain/credentials/licence-gap'
import {
  type LicenceWish,
  type ListedLicence,
  licenceCounts,
  licenceFilters,
  licenceSorts,
  listedLicences,
  type WrongFor,
} from '~/domain/credentials/licence-listing'
import { rulesHold } from '~/domain/credentials/licence-rules'
import { holdsDay } from '~/domain/shared/day'
import { groupedBy } from '~/domain/shared/grouped'
import { unseal } from '~/gateways/secrets.server'
import type { Asked } from '~/http/asked.server'
import { readQuery } from '~/http/query.server'
import type { Signed } from '~/http/serve.server'
import type { LicenceView } from '~/ui/credentials/licences/view'
import { kindOf, licenceView } from './licence-view.server'

export type ListRow = ListedLicence & { personId: string; unitId: string; licence: StoredLicence; acceptsOld: boolean }

const wrongs: readonly WrongFor[] = ['wrong-level', 'wrong-direction', 'wrong-kind']

/** What the posts of one person at one unit ask for. */
function askedOf(posts: readonly Holder[], unit: DirectoryUnit | undefined, ctx: Signed): LicenceAsked[] {
  const traits = (unit?.traits ?? []).filter(({ from, to }) => holdsDay(from, to, ctx.today)).map(({ trait }) => trait)
  return posts.flatMap(({ position }) => licenceAskedOf(position, traits, ctx.today) ?? [])
}

function rowsOf(ctx: Signed, holders: readonly LicenceHolder[], seesNumbers: boolean): ListRow[] {
  const { byId } = unitDirectory()
  const rules = findLicenceRules()
  const accepts = (unit: DirectoryUnit | undefined) => unit !== undefined && rulesHold(rules, 'old-card', unit.place.path, ctx.today)
  const licences = new Map(
    licencesById([...new Set(holders.map(({ licenceId }) => licenceId))], licenceTopic).map((licence) => [licence.id, licence]),
  )
  const ofPerson = groupedBy(holders, ({ personId, unitId }) => `${personId} ${unitId}`)
  return [...ofPerson.values()].flatMap((posts) => {
    const [first] = posts
    if (first === undefined) return []
    const unit = byId.get(first.unitId)
    const acceptsOld = accepts(unit)
    const mine = [...new Set(posts.map(({ licenceId }) => licenceId))].flatMap((id) => licences.get(id) ?? [])
    const judged = mine.map((licence) => ({ ...licence, topic: licenceTopic(licence, acceptsOld) }))
    const asked = askedOf(posts, unit, ctx).filter((one) => licenceGap(judged, one, ctx.today) !== null)
    return judged.map((licence): ListRow => {
      const gaps = asked.map((one) => licenceGap([licence], one, ctx.today)?.gap ?? '')
      return {
        id: licence.id,
        personId: first.personId,
        unitId: first.unitId,
        name: first.name,
        unitName: unit?.name ?? '',
        kindName: kindOf(licence).short[ctx.locale],
        number: seesNumbers ? unseal(licence.printed.numberSealed) : null,
        state: licenceState(licence, ctx.today),
        through: printedThrough(licence),
        recordedOn: licence.recordedOn,
        nextDue: lastWord(licence.checks, ctx.today)?.nextDue ?? null,
        wrong: wrongs.find((wrong) => gaps.includes(wrong)) ?? null,
        licence,
        acceptsOld,
      }
    })
  })
}

/** What of a list the address asks for. */
export function readListWish(request: Asked): LicenceWish & { page: number } {
  const query = readQuery(request)
  return {
    filter: query.oneOf('only', licenceFilters) ?? 'all',
    sort: query.oneOf('sort', licenceSorts) ?? 'through',
    descending: query.text('direction') === 'down',
    text: query.text('q') ?? '',
    page: query.page(),
  }
}

export type ShownRow = { view: LicenceView; personId: string; unitId: string; unitName: string; wrong: WrongFor | null }

/** Rows as a page shows them. */
export const shownRows = (ctx: Signed, rows: readonly ListRow[], seesNumbers: boolean): ShownRow[] =>
  rows.map(({ licence, name, personId, unitId, unitName, wrong, acceptsOld }) => ({
    view: licenceView(licence, { today: ctx.today, locale: ctx.locale, holder: name, seesNumber: seesNumbers, acceptsOld }),
    personId,
    unitId,
    unitName,
    wrong,
  }))

const aPage = 50

/** The rows asked for with their counts, and the page of them. */
export function listed(ctx: Signed, request: Asked, all: readonly ListRow[]) {
  const wish = readListWish(request)
  const rows = listedLicences(all, wish, ctx.today)
  const pages = Math.max(1, Math.ceil(rows.length / aPage))
  const page = Math.min(wish.page, pages)
  const search = new URLSearchParams(readQuery(request).search)
  search.delete('done')
  return {
    wish,
    rows,
    onPage: rows.slice((page - 1) * aPage, page * aPage),
    facts: { ...wish, page, pages, total: rows.length, search: search.toString(), counts: licenceCounts(all, wish.text, ctx.today) },
  }
}

/** The licences of a unit's people. */
export const unitRows = (ctx: Signed, scope: Scope, unitId: string): ListRow[] => rowsOf(ctx, holdersAtUnit(scope, unitId, ctx.today), true)

/** The licences of everybody who works below the street's places. */
export const streetRows = (ctx: Signed, scope: Scope): ListRow[] => rowsOf(ctx, holdersInScope(scope, ctx.today), false)

/** Who at a unit has a post that asks for a licence, and none that answers. */
export function withoutLicence(ctx: Signed, scope: Scope, unitId: string, rows: readonly ListRow[]) {
  const unit = unitDirectory().byId.get(unitId)
  const people = groupedBy(postHolders(scope, unitId, ctx.today), ({ personId }) => personId)
  return [...people.values()].flatMap((posts) => {
    const [first] = posts
    if (first === undefined) return []
    const licences = rows.filter(({ personId }) => personId === first.personId).map(({ licence }) => licence)
    const gap = askedOf(posts, unit, ctx)
      .map((asked) => licenceGap(licences, asked, ctx.today))
      .find((found) => found !== null)
    return gap ? [{ personId: first.personId, name: first.name, gap: gap.gap, licenceId: gap.licence?.id ?? null }] : []
  })
}
