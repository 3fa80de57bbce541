import { dayText, instantText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Notice } from '~/ui/kit/notice'
import { Phrases } from '~/ui/kit/phrases'
import type { ProgrammePage } from './programmes'

type Props = { page: ProgrammePage; done: 'made' | 'changed' | 'frozen' | null }

/** A programme: how many are covered and what comes next, then its classes, then what it asks of whom. */
export function ProgrammeView({ page, done }: Props) {
  const { t } = useTranslation('classes')
  const locale = useLocale()
  const { line, frozen } = page
  const missing = line.listed - line.covered
  return (
    <div className="max-w-measure">
      <p className="no-print">
        <a href="/street/classes" className="inline-flex min-h-touch items-center">
          {t('page.back')}
        </a>
      </p>
      {done !== null && (
        <Notice kind="done" live>
          {t(`page.done.${done}`)}
        </Notice>
      )}
      <p className="text-ink2">{[line.place, String(line.year)].join(' · ')}</p>
      <h1 className="mt-1">
        <Phrases text={line.title} />
      </h1>
      {line.state === 'frozen' ? (
        <p className="mt-2 text-18">
          <span className={missing === 0 ? 'font-semibold text-met' : 'font-semibold'}>
            {t(`index.covered.${line.binds}`, { covered: line.covered, count: line.listed })}
          </span>
          {missing > 0 && <span className="ml-3 font-semibold text-vermilion">{t('index.missing', { count: missing })}</span>}
        </p>
      ) : (
        <p className="mt-2 text-18 font-semibold">{t(`page.next.${line.state}`)}</p>
      )}
      {frozen !== null && <p className="text-14 text-ink2">{t('page.frozen', { at: instantText(frozen.at, locale), who: frozen.by })}</p>}
      <Links page={page} />
      <Classes page={page} />
      <Asks page={page} />
    </div>
  )
}

function Links({ page: { line } }: { page: ProgrammePage }) {
  const { t } = useTranslation('classes')
  const root = `/street/classes/${line.id}`
  const isFrozen = line.state === 'frozen'
  return (
    <div className="no-print mt-5 flex flex-wrap gap-3">
      {isFrozen ? (
        <LinkButton href={`${root}/coverage`} weight="primary" className="w-full sm:w-auto">
          {t('page.coverage')}
        </LinkButton>
      ) : (
        <LinkButton href={`${root}/list`} weight="primary" className="w-full sm:w-auto">
          {t(`page.list.${line.state}`)}
        </LinkButton>
      )}
      {isFrozen && (
        <LinkButton href={`${root}/list`} className="grow sm:grow-0">
          {t('page.list.frozen')}
        </LinkButton>
      )}
      <LinkButton href={`${root}/new-class`} className="grow sm:grow-0">
        {t('page.newClass')}
      </LinkButton>
      {!isFrozen && (
        <LinkButton href={`${root}/edit`} className="grow sm:grow-0">
          {t('page.edit')}
        </LinkButton>
      )}
      <LinkButton href={`/street/classes/new?from=${line.id}`} className="grow sm:grow-0">
        {t('page.nextYear', { year: line.year + 1 })}
      </LinkButton>
    </div>
  )
}

function Classes({ page: { classes } }: { page: ProgrammePage }) {
  const { t } = useTranslation('classes')
  const locale = useLocale()
  return (
    <section aria-labelledby="classes" className="mt-8">
      <h2 id="classes">{t('page.classes')}</h2>
      {classes.length === 0 && <p className="mt-2 text-ink2">{t('page.noClass')}</p>}
      <ul className="mt-2 border-t border-line empty:hidden">
        {classes.map(({ id, title, on, state, rooms, seats }) => (
          <li key={id} className="border-b border-line py-2">
            <a href={`/classes/${id}`} className="inline-flex min-h-touch items-center font-semibold">
              {title}
            </a>
            <p className="text-14 text-ink2">
              {[dayText(on, locale), t(`classState.${state}`), t('page.rooms', { count: rooms }), t('page.seats', { count: seats })].join(
                ' · ',
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What it asks of whom, and which duty it answers. */
function Asks({ page: { line, audience, duty, topic, hours, parts, deputies } }: { page: ProgrammePage }) {
  const { t } = useTranslation('classes')
  const rows = [
    { term: t('page.who'), text: [audience.sectors, audience.traits].filter(Boolean).join(' · ') || t('page.everyUnit') },
    { term: t('page.positions'), text: audience.positions },
    { term: t('page.parts'), text: parts.map(({ name, kind }) => (kind === 'test' ? t('page.testPart', { name }) : name)).join(' · ') },
    { term: t('page.hours'), text: t('page.hoursOf', { n: hours }) },
    ...(line.binds === 'unit' ? [{ term: t('page.deputies'), text: t(deputies ? 'page.deputiesYes' : 'page.deputiesNo') }] : []),
    { term: t('page.topic'), text: topic },
  ]
  return (
    <section aria-labelledby="asks" className="mt-8">
      <h2 id="asks">{t('page.asks')}</h2>
      <dl className="mt-2 grid grid-cols-[6rem_1fr] gap-x-4 gap-y-2 [&_dt]:text-ink2">
        {rows.map(({ term, text }) => (
          <div key={term} className="contents">
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div className="contents">
          <dt>{t('page.duty')}</dt>
          <dd>
            {duty === null ? (
              t('page.noDuty')
            ) : (
              <a href={`/duties/${duty.id}`} className="inline-flex min-h-touch items-center">
                {duty.title}
              </a>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
