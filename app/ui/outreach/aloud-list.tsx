import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { AloudItem, type Script } from './aloud-item'
import { FrontSearch } from './front-search'

type Page = {
  typed: string
  month: number
  count: number
  isAlone: boolean
  season: readonly Script[]
  groups: readonly { skill: 'prevent' | 'escape' | 'fight'; scripts: readonly Script[] }[]
}

function Scripts({ id, title, scripts, isAlone }: { id: string; title: string; scripts: readonly Script[]; isAlone: boolean }) {
  return (
    <section aria-labelledby={id} className="mt-10 print:mt-4">
      <h2 id={id} className={isAlone ? 'print:hidden' : ''}>
        {title}
      </h2>
      <div className="grid gap-x-12 lg:grid-cols-2 print:block">
        {scripts.map((script) => (
          <AloudItem key={script.slug} script={script} isAlone={isAlone} />
        ))}
      </div>
    </section>
  )
}

/** Words for loudspeakers and pictures for screens: what the month brings, then the rest. */
export function AloudList({ page: { typed, month, count, isAlone, season, groups } }: { page: Page }) {
  const { t } = useTranslation('outreach')
  const here = typed === '' ? '/aloud' : `/aloud?q=${encodeURIComponent(typed)}`
  return (
    <>
      <h1 className={isAlone ? 'print:hidden' : ''}>{t('aloud.title')}</h1>
      <p className="no-print mt-2 max-w-measure text-pretty text-ink2">{t('aloud.lead')}</p>
      <div className="mt-6">
        <FrontSearch action="/aloud" label={t('aloud.search')} like={t('home.searchLike')} typed={typed} />
      </div>
      {typed !== '' && (
        <p className="no-print mt-4" role="status">
          {count === 0 ? t('micro.list.none') : t('aloud.found', { count })}{' '}
          <a href="/aloud" className="ml-2 inline-flex min-h-touch items-center">
            {t('aloud.everything')}
          </a>
        </p>
      )}
      {count > 0 && <TakeAway here={here} typed={typed} isAlone={isAlone} />}
      {season.length > 0 && (
        <Scripts id="season" title={t('aloud.season', { month: t(`home.month.${month}`) })} scripts={season} isAlone={isAlone} />
      )}
      {groups.map(({ skill, scripts }) => (
        <Scripts key={skill} id={skill} title={t(`micro.list.skill.${skill}`)} scripts={scripts} isAlone={isAlone} />
      ))}
    </>
  )
}

/** All of them at once: as a file, or on paper, one below the other or each on a page of its own. */
function TakeAway({ here, typed, isAlone }: { here: string; typed: string; isAlone: boolean }) {
  const { t } = useTranslation('outreach')
  const query = typed === '' ? '' : `q=${encodeURIComponent(typed)}`
  return (
    <div className="no-print mt-6 flex flex-wrap items-center gap-x-5 gap-y-2">
      <LinkButton href={query === '' ? '/aloud.txt' : `/aloud.txt?${query}`} download>
        {t('aloud.all')}
      </LinkButton>
      <Button type="button" data-print hidden>
        {t(isAlone ? 'aloud.printAlone' : 'aloud.print')}
      </Button>
      <a href={isAlone ? here : `/aloud?${query === '' ? '' : `${query}&`}paper=alone`} className="inline-flex min-h-touch items-center">
        {t(isAlone ? 'aloud.together' : 'aloud.alone')}
      </a>
    </div>
  )
}
