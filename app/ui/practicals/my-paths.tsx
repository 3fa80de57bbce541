import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { LinkButton } from '~/ui/kit/button'
import { Empty } from '~/ui/kit/notice'
import type { PathShown } from './path'
import { PathSteps } from './path-steps'

/** Where I stand on the way to each of my posts, and what is next. */
export function MyPaths({ paths }: { paths: readonly PathShown[] }) {
  const { t } = useTranslation('practicals')
  if (paths.length === 0)
    return (
      <div className="max-w-measure">
        <h1>{t('path.mine')}</h1>
        <Empty title={t('path.none')}>
          <a href="/me">{t('path.noneWhat')}</a>
        </Empty>
      </div>
    )
  const [first, ...others] = paths
  return (
    <div className="max-w-measure">
      {first && <One path={first} isFirst />}
      {others.map((path) => (
        <One key={path.postId} path={path} />
      ))}
      <p className="mt-8">
        <a href="/practicals" className="inline-flex min-h-touch items-center">
          {t('path.practicals')}
        </a>
      </p>
    </div>
  )
}

/** The first thing: how many steps are left and which is next. */
function One({ path, isFirst = false }: { path: PathShown; isFirst?: boolean }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const { steps, done, next, since, unit, position, mayWork } = path
  const open = steps.flatMap(({ asked, state, title }) => (asked === 'law' && state !== 'done' ? [title] : []))
  const Head = isFirst ? 'h1' : 'h2'
  return (
    <section className={isFirst ? '' : 'mt-12'}>
      <p className="text-ink2">
        {unit.name} · {position}
      </p>
      <Head className="mt-1">
        {next === null
          ? t('path.allDone', { title: path.path.title })
          : t('path.left', { count: steps.length - done, title: path.path.title })}
      </Head>
      {next !== null && (
        <div className="mt-4 border-l-4 border-due pl-4">
          <p className="text-18 font-semibold">{t('path.nextIs', { title: next.title })}</p>
          <p>{next.next}</p>
          <p className="text-ink2">
            {t(`path.actsMine.${next.acts}`)}
            {since !== null && ` · ${t('path.since', { day: dayText(since, locale) })}`}
          </p>
          {next.href !== null && (
            <p className="mt-3">
              <LinkButton href={next.href} weight="primary">
                {t('path.go')}
              </LinkButton>
            </p>
          )}
        </div>
      )}
      <p className="mt-4 text-ink2">
        {t(!mayWork ? 'path.lawNo' : open.length === 0 ? 'path.lawYes' : 'path.lawOpen', {
          steps: open.join(locale === 'zh' ? '、' : ', '),
        })}
      </p>
      <PathSteps path={path} />
    </section>
  )
}
