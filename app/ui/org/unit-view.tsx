import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import { DoneNotice } from './done-notice'
import { Facts, Part } from './facts'

export type TraitLine = { id: string; word: string; from: string; to: string | null; isOver: boolean }
export type ManagerLine = { id: string; name: string; personId: string; staffNumber: string; from: string; to: string | null }
export type UnitFacts = {
  id: string
  name: string
  sector: string
  place: string
  shortCode: string
  from: string
  to: string | null
  isClosed: boolean
  endReason: string | null
  mergedInto: { id: string; name: string } | null
  absorbed: { id: string; name: string }[]
  traits: TraitLine[]
  managers: ManagerLine[]
  posts: number
  later: number
  waiting: number
}

/** A unit as administration sees it: what it is, who manages it, what can be done. */
export function UnitView({ unit }: { unit: UnitFacts }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const at = `/admin/units/${unit.id}`
  return (
    <>
      <DoneNotice />
      {unit.to !== null && <EndedNotice unit={unit} />}
      {unit.to === null && unit.managers.length === 0 && (
        <Notice kind="warn" title={t('unit.noManager.title')}>
          <p>{t('unit.noManager.text')}</p>
          <p className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
            <LinkButton href={`${at}?do=manager`} weight="primary">
              {t('manager.addNew')}
            </LinkButton>
            <a href={`/admin/grants/new?role=manager&unit=${unit.id}`} className="inline-flex min-h-touch items-center">
              {t('manager.appointKnown')}
            </a>
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          { key: 'place', label: t('unit.place'), value: unit.place },
          { key: 'sector', label: t('unit.sector'), value: unit.sector },
          { key: 'code', label: t('unit.shortCode'), value: unit.shortCode },
          { key: 'from', label: t('unit.from'), value: dayText(unit.from, locale) },
          ...(unit.absorbed.length === 0
            ? []
            : [{ key: 'absorbed', label: t('unit.absorbed'), value: <UnitLinks units={unit.absorbed} /> }]),
        ]}
      />
      <p className="no-print">
        <a href={`${at}?do=basics`} className="inline-flex min-h-touch items-center">
          {t('unit.change')}
        </a>
      </p>
      <Managers unit={unit} at={at} />
      <Part title={t('unit.people')}>
        <p className="py-2">{t('unit.peopleNow', { posts: unit.posts, later: unit.later, waiting: unit.waiting })}</p>
        <p className="no-print flex flex-wrap gap-x-6">
          <Go href={`/units/${unit.id}/people`} label={t('unit.toPeople')} />
          <Go href={`/units/${unit.id}/joins`} label={t('unit.toJoins')} />
          <Go href={`/units/${unit.id}/join-code`} label={t('unit.toJoinCode')} />
          <Go href={`/units/${unit.id}`} label={t('unit.toStanding')} />
        </p>
      </Part>
      <Traits unit={unit} at={at} />
      {unit.to === null && (
        <Part title={t('unit.end')}>
          <p className="no-print flex flex-wrap gap-x-6">
            <Go href={`${at}?do=close`} label={t('unit.close')} />
            <Go href={`${at}?do=merge`} label={t('unit.merge')} />
          </p>
        </Part>
      )}
      <p className="no-print mt-10">
        <Go href={`/admin/audit?unit=${unit.id}`} label={t('unit.toAudit')} />
      </p>
    </>
  )
}

const Go = ({ href, label }: { href: string; label: string }) => (
  <a href={href} className="inline-flex min-h-touch items-center">
    {label}
  </a>
)

const UnitLinks = ({ units }: { units: { id: string; name: string }[] }) => (
  <>
    {units.map(({ id, name }) => (
      <a key={id} href={`/admin/units/${id}`} className="mr-4">
        {name}
      </a>
    ))}
  </>
)

function EndedNotice({ unit }: { unit: UnitFacts }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const day = dayText(unit.to ?? unit.from, locale)
  if (unit.mergedInto)
    return (
      <Notice title={t(unit.isClosed ? 'unit.mergedOn' : 'unit.mergesOn', { day })}>
        <UnitLinks units={[unit.mergedInto]} />
      </Notice>
    )
  return <Notice title={t(unit.isClosed ? 'unit.closedOn' : 'unit.closesOn', { day })}>{unit.endReason && <p>{unit.endReason}</p>}</Notice>
}

function Managers({ unit, at }: { unit: UnitFacts; at: string }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const acts =
    unit.to === null && unit.managers.length > 0
      ? [
          { href: `${at}?do=manager`, label: t('manager.addNew') },
          { href: `/admin/grants/new?role=manager&unit=${unit.id}`, label: t('manager.appointKnown') },
        ]
      : []
  return (
    <Part title={t('manager.title')} acts={acts}>
      {unit.managers.length === 0 && <p className="py-2 text-ink2">{t('manager.none')}</p>}
      <ul>
        {unit.managers.map((manager) => (
          <li key={manager.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className="w-full pt-1 sm:w-auto sm:flex-1 sm:pt-0">
              <a href={`/admin/people/${manager.personId}`}>{manager.name}</a>{' '}
              <span className="text-14 text-ink2">{manager.staffNumber}</span>
            </span>
            <span className="text-ink2">{spanText(t, manager, locale)}</span>
            <a
              href={`/admin/grants/${manager.id}`}
              aria-label={t('manager.endName', { name: manager.name })}
              className="no-print inline-flex min-h-touch items-center"
            >
              {t('manager.end')}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Traits({ unit, at }: { unit: UnitFacts; at: string }) {
  const { t } = useTranslation('org')
  const locale = useLocale()
  const acts = unit.to === null || !unit.isClosed ? [{ href: `${at}?do=trait`, label: t('trait.add') }] : []
  return (
    <Part title={t('unit.traits')} acts={acts}>
      {unit.traits.length === 0 && <p className="py-2 text-ink2">{t('trait.none')}</p>}
      <ul>
        {unit.traits.map((trait) => (
          <li key={trait.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span className={`w-full pt-1 sm:w-auto sm:flex-1 sm:pt-0 ${trait.isOver ? 'text-ink2' : ''}`}>{trait.word}</span>
            <span className="text-ink2">{spanText(t, trait, locale)}</span>
            <a
              href={`${at}?do=endTrait&trait=${trait.id}`}
              aria-label={t('trait.endName', { trait: trait.word })}
              className="no-print inline-flex min-h-touch items-center"
            >
              {t(trait.to === null ? 'trait.end' : 'trait.changeEnd')}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** From a day, or from a day to a day. */
export function spanText(
  t: (key: string, values: Record<string, string>) => string,
  { from, to }: { from: string; to: string | null },
  locale: 'zh' | 'en',
): string {
  const first = dayText(from, locale)
  if (to !== null && to < from) return t('span.takenBack', { from: first })
  return to === null ? t('span.open', { from: first }) : t('span.closed', { from: first, to: dayText(to, locale) })
}
