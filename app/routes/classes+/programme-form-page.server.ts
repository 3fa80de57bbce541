import { catalogue } from '~/content/catalogue.server'
import { dutyTitle, positionName } from '~/content/duty-lines.server'
import type { ProgrammeTemplate } from '~/content/programme-schema'
import { allProgrammeTemplates, getProgrammeTemplate, inYear } from '~/content/programmes.server'
import { wordOptions } from '~/content/word-options.server'
import type { ProgrammeFacts } from '~/data/classes/programmes.server'
import { unitDirectory } from '~/data/org/unit-directory.server'
import { type Audience, audience, type ProgrammeBody } from '~/domain/classes/programme-body'
import { mostParts } from '~/domain/classes/programme-form'
import { seesWholePlace } from '~/domain/org/place-scope'
import { formatDay } from '~/domain/shared/day'
import { actorScope } from '~/http/context.server'
import type { Signed } from '~/http/serve.server'
import type { Locale } from '~/i18n/config'
import type { PlaceOption, ProgrammeFormPage } from '~/ui/classes/programmes'
import { dutiesNow } from '~/usecases/duties/duties-now.server'

const sourceOf = ({ sources, rests }: ProgrammeTemplate, locale: Locale): string =>
  rests.flatMap((key) => sources[key]?.says[locale] ?? []).join(' ')

/** The places of which this supervisor reaches every unit, with their depth in the tree. */
export function wholePlaces(ctx: Signed): PlaceOption[] {
  const scope = actorScope(ctx, 'supervise')
  const own = unitDirectory().places.filter(({ path }) => seesWholePlace(scope, path))
  const depth = (path: string): number => path.split('/').length - (own[0]?.path.split('/').length ?? 0)
  return own.map(({ id, name, path }) => ({ value: id, label: `${'　'.repeat(Math.max(0, depth(path)))}${name}` }))
}

const listWords = (prefix: string, ids: readonly string[]) => ids.map((id): [string, string] => [`${prefix}_${id}`, 'yes'])

function valuesOf({
  title,
  hours,
  deputies,
  parts,
  audience: whom,
}: Pick<ProgrammeBody, 'title' | 'hours' | 'deputies' | 'parts' | 'audience'>) {
  return {
    title,
    hours: String(hours),
    deputies: deputies ? 'yes' : '',
    ...Object.fromEntries(
      parts.slice(0, mostParts).flatMap(({ name, kind }, nth) => [
        [`part${nth}`, name],
        [`kind${nth}`, kind],
      ]),
    ),
    ...Object.fromEntries([
      ...listWords('sector', whom.sectors),
      ...listWords('trait', whom.traits),
      ...listWords('position', whom.positions),
    ]),
  }
}

/** What the boxes of a form say of the audience. */
export function audienceOf(form: FormData): Audience {
  const ticked = (prefix: string): string[] =>
    [...form.keys()]
      .filter((name) => name.startsWith(`${prefix}_`) && form.get(name) === 'yes')
      .map((name) => name.slice(prefix.length + 1))
  const read = audience.safeParse({ sectors: ticked('sector'), traits: ticked('trait'), positions: ticked('position') })
  return read.success ? read.data : { sectors: [], traits: [], positions: [] }
}

const choices = (locale: Locale) => {
  const { vocabulary } = catalogue()
  return {
    sectors: wordOptions(vocabulary.sectors, locale),
    traits: wordOptions(vocabulary.traits, locale),
    positions: [...vocabulary.positions.keys()].map((id) => ({ value: id, label: positionName(id, locale) })),
  }
}

function shownTemplate(template: ProgrammeTemplate, locale: Locale): ProgrammeFormPage['template'] {
  return {
    id: template.id,
    title: template.title[locale],
    says: template.says[locale],
    binds: template.binds,
    source: sourceOf(template, locale),
  }
}

function dutyIn(template: ProgrammeTemplate, year: number, locale: Locale): ProgrammeFormPage['duty'] {
  const id = template.duty === null ? '' : inYear(template.duty, year)
  return dutiesNow().has(id) ? { id, title: dutyTitle(id, locale) } : null
}

type Asked = { template: string | null; year: number | null; from: ProgrammeFacts | null; place: string | null }

/** The form of a new programme: which kind, then filled in from last year's or from the kind's own words for the year. */
export function newProgrammePage(ctx: Signed, asked: Asked): ProgrammeFormPage {
  const { locale, today } = ctx
  const thisYear = Number(formatDay(today).slice(0, 4))
  const { from } = asked
  const year = asked.year ?? (from === null ? thisYear : from.body.year + 1)
  const chosen = from?.body.template ?? asked.template
  const template = chosen === null ? null : getProgrammeTemplate(chosen)
  const named = template?.years.find((one) => one.year === year)
  const places = wholePlaces(ctx)
  const own = template && {
    title: named?.title[locale] ?? `${year}${locale === 'zh' ? '年' : ' '}${template.title[locale]}`,
    hours: template.hours,
    deputies: template.deputies,
    parts: template.parts.map(({ key, title, kind }) => ({ key, name: title[locale], kind })),
    audience: named?.audience ?? template.audience,
  }
  const before =
    from && named === undefined ? { ...from.body, title: from.body.title.replaceAll(String(from.body.year), String(year)) } : null
  const body = before ?? own
  return {
    template: template && shownTemplate(template, locale),
    templates: allProgrammeTemplates().map(({ id, title, says }) => ({ id, title: title[locale], says: says[locale] })),
    years: Array.from({ length: 7 }, (_, nth) => thisYear - 3 + nth),
    year,
    places,
    programme: null,
    ...choices(locale),
    values: {
      ...(body === null ? {} : valuesOf(body)),
      placeId: places.find(({ value }) => value === (from?.place.id ?? asked.place))?.value ?? places[0]?.value ?? '',
      year: String(year),
    },
    duty: template && dutyIn(template, year, locale),
  }
}

/** The form of a programme that is there. */
export function changeProgrammePage(ctx: Signed, programme: ProgrammeFacts): ProgrammeFormPage {
  const page = newProgrammePage(ctx, {
    template: programme.body.template,
    year: programme.body.year,
    from: null,
    place: programme.place.id,
  })
  return {
    ...page,
    programme: { id: programme.id, place: programme.place.name },
    values: { ...valuesOf(programme.body), placeId: programme.place.id, year: String(programme.body.year) },
  }
}
