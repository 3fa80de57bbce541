import { countedWords, sourcesOf } from '~/content/duty-lines.server'
import { boundOf, rhythmOf } from '~/content/duty-pages.server'
import { draftedDuty } from '~/content/local-duties.server'
import { findAccountNames } from '~/data/accounts/account-names.server'
import { findLocalDuty, type LocalDutyRow } from '~/data/duties/local-duties.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { localDutyState } from '~/domain/duties/local-duty-life'
import { type Affected, dateOf, type Move } from '~/domain/duties/local-duty-preview'
import type { Standing } from '~/domain/duties/verdict'
import { isDay, readOfficeDay } from '~/domain/org/unit-life'
import { type Day, firstOfMonth, formatDay, monthOf } from '~/domain/shared/day'
import { isRefused } from '~/domain/shared/refusal'
import type { Signed } from '~/http/serve.server'
import type { LocalDutyLine, LocalDutyPage, NamedDuty, PreviewExample, ShownPreview, StandingWord } from '~/ui/duties/local/local-duty'
import { type PreviewedDuty, previewLocalDuty } from '~/usecases/duties/preview-local-duty.server'
import { wholeName, wholePaths } from '~/usecases/duties/reached-local-duty.server'

const duesShown = 12

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day))

const titleIn = ({ said }: LocalDutyRow, { locale }: Pick<Signed, 'locale'>): string =>
  locale === 'en' && said.titleEn !== '' ? said.titleEn : said.title

function named(ctx: Signed, id: string | null): NamedDuty | null {
  const found = id === null ? null : findLocalDuty(wholePaths(ctx), id)
  return found === null ? null : { id: found.id, title: titleIn(found, ctx) }
}

/** A local duty as the list shows it. The row must come from a scoped finder. */
export const localDutyLine = (ctx: Signed, row: LocalDutyRow): LocalDutyLine => ({
  id: row.id,
  title: titleIn(row, ctx),
  place: wholeName(row.place.id),
  of: row.said.of,
  state: localDutyState(row.days, ctx.today),
  from: dayOrNull(row.days.from),
  lastDay: dayOrNull(row.days.lastDay),
  successor: named(ctx, row.successor),
})

/** The first day of a draft where none was asked for: of the next month. */
const nextMonth = (today: Day): Day => firstOfMonth(monthOf(today) + 1)

const wordOf = (standing: Standing | null): StandingWord | null =>
  standing === null ? null : { standing: standing.standing, on: dayOrNull(dateOf(standing)) }

const exampleOf =
  (names: ReadonlyMap<string, string>) =>
  ({ subject, unit, before, after, move }: Affected & { move: Move }): PreviewExample => ({
    id: subject,
    name: names.get(subject) ?? '',
    unit: names.get(unit) ?? '',
    move,
    was: wordOf(before),
    becomes: wordOf(after),
  })

function shownPreview({ preview, from, on, fingerprint, duty }: PreviewedDuty): ShownPreview {
  const { bound, units, standings, dues, moves, examples } = preview
  const names = findSubjectNames(examples.flatMap(({ subject, unit }) => [subject, unit]))
  return {
    from: formatDay(from),
    on: formatDay(on),
    bound,
    units,
    standings,
    dues: dues.slice(0, duesShown).map(({ day, count }) => ({ day: formatDay(day), count })),
    moreDues: Math.max(0, dues.length - duesShown),
    moves: duty.supersedes === null ? null : moves,
    examples: examples.map(exampleOf(names)),
    fingerprint,
  }
}

async function previewAsked(
  ctx: Signed,
  row: LocalDutyRow,
  asked: string | null,
): Promise<Pick<LocalDutyPage, 'preview' | 'previewFault'>> {
  if (row.days.from !== null) return { preview: null, previewFault: null }
  const from = asked === null ? nextMonth(ctx.today) : readOfficeDay(asked, ctx.today)
  if (!isDay(from)) return { preview: null, previewFault: `org:error.day.${from}` }
  if (from < ctx.today) return { preview: null, previewFault: 'localduties:refusal.past' }
  const shown = await previewLocalDuty(ctx, { dutyId: row.id, from })
  return isRefused(shown) ? { preview: null, previewFault: shown.reason } : { preview: shownPreview(shown), previewFault: null }
}

type Page = Omit<LocalDutyPage, 'done' | 'fileRefused'>

/** The page of a local duty; null where a word that it names is no longer known. The row must come from a scoped finder. */
export async function localDutyPage(ctx: Signed, row: LocalDutyRow, asked: string | null): Promise<Page | null> {
  const { locale, today } = ctx
  const drafted = draftedDuty(row.said, row.id, wholeName(row.place.id), formatDay(row.days.from ?? today))
  if (isRefused(drafted)) return null
  const { words } = drafted.duty
  const [source] = sourcesOf(words, locale)
  if (source === undefined) return null
  const writers = findAccountNames(row.drafters)
  return {
    ...localDutyLine(ctx, row),
    plain: words.plain[locale],
    bound: boundOf(words, locale),
    rhythm: rhythmOf(words, locale),
    counts: words.counts.map(({ kind, topic, sameUnit }) => ({ words: countedWords(kind, topic, locale), sameUnit })),
    source,
    policy: words.policy?.[locale] ?? null,
    file: row.file === null ? null : { name: row.file.name, href: `/street/duties/${row.id}/file` },
    supersedes: named(ctx, row.supersedes),
    endReason: row.endReason,
    writers: [...writers.values()],
    isMine: row.drafters.includes(ctx.actor.accountId),
    ...(await previewAsked(ctx, row, asked)),
    today: formatDay(today),
  }
}
