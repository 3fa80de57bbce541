import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Empty, Notice } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { ListCoverageLines } from './list-coverage-lines'
import { useLineWords } from './list-coverage-words'
import type { MakeUpPage } from './make-up'

type Props = { page: MakeUpPage; routed: number | null; answer: FormAnswer | undefined }

/** Who missed and why, and the ways to make it up: a class to come, a new one, or another way that the duty accepts. */
export function MakeUpView({ page, routed, answer }: Props) {
  const { t } = useTranslation('classcover')
  const { programme, one, rows, total } = page
  return (
    <>
      <p className="no-print">
        <a
          href={`/street/classes/${programme.id}/coverage${one === null ? '?state=missing' : `/${one.id}`}`}
          className="inline-flex min-h-touch items-center"
        >
          {t('makeUp.back')}
        </a>
      </p>
      <p className="text-ink2">
        {programme.title} · {programme.place}
      </p>
      <h1 className="mt-1">{one === null ? t('makeUp.head', { count: total }) : t('makeUp.headOne', { name: one.name })}</h1>
      {routed !== null && (
        <div className="mt-4">
          <Notice kind="done" title={t('makeUp.routed', { count: routed })} />
        </div>
      )}
      <FormErrors answer={answer} />
      {total === 0 ? (
        <Empty title={t('makeUp.nobody')}>{t('makeUp.nobodyWhat')}</Empty>
      ) : page.isFrozen ? (
        <Ways page={page} />
      ) : (
        <div className="mt-4">
          <Notice kind="warn" title={t('list.notFrozen')} />
        </div>
      )}
      {rows.length > 0 && (
        <ListCoverageLines
          group={{ state: 'missing', count: total, rows }}
          binds={programme.binds}
          mayAsk={one === null && page.isFrozen}
        />
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={page.search} />}
      <Have page={page} />
    </>
  )
}

function Ways({ page: { programme, one, classes, makesUp, routes } }: { page: MakeUpPage }) {
  const { t } = useTranslation('classcover')
  const locale = useLocale()
  const member = one === null ? null : <input type="hidden" name="member" value={one.id} />
  const fresh = `/street/classes/${programme.id}/new-class${makesUp === null ? '' : `?makesUp=${makesUp}`}`
  return (
    <div className="no-print max-w-measure">
      <section aria-labelledby="classes" className="mt-6">
        <h2 id="classes">{t('makeUp.classes')}</h2>
        {classes.length === 0 && <p className="mt-2">{t('makeUp.noClasses')}</p>}
        <ul className="mt-2">
          {classes.map(({ id, title, on, from, count }, nth) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
              <span>
                <a href={`/classes/${id}`}>{title}</a>
                <span className="block text-14 text-ink2">{`${dayText(on, locale)} ${from}`}</span>
              </span>
              {count === 0 ? (
                <span className="text-ink2">{t('makeUp.askedAll')}</span>
              ) : (
                <form method="post">
                  <input type="hidden" name="classId" value={id} />
                  {member}
                  <Button weight={nth === 0 ? 'primary' : 'plain'} name="intent" value="invite">
                    {t(one === null ? 'makeUp.invite' : 'makeUp.inviteOne', { count })}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <LinkButton href={fresh}>{t('makeUp.fresh')}</LinkButton>
        </p>
        {makesUp !== null && <p className="mt-1 text-14 text-ink2">{t('makeUp.freshWhat')}</p>}
      </section>
      <section aria-labelledby="routes" className="mt-8">
        <h2 id="routes">{t('makeUp.routes')}</h2>
        <p className="mt-2 text-ink2">{t(routes.length === 0 ? 'makeUp.noRoutes' : 'makeUp.routesWhat')}</p>
        <ul className="mt-2">
          {routes.map(({ kind, topic, words, course, count }) => (
            <li key={`${kind} ${topic}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
              {course === null ? <span>{words}</span> : <a href={`/courses/${course}`}>{words}</a>}
              {count === 0 ? (
                <span className="text-ink2">{t('makeUp.toldAll')}</span>
              ) : (
                <form method="post">
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="topic" value={topic} />
                  {member}
                  <Button name="intent" value="route">
                    {t(one === null ? 'makeUp.route' : 'makeUp.routeOne', { count })}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Have({ page: { have, haveAll, programme } }: { page: MakeUpPage }) {
  const { t } = useTranslation('classcover')
  const words = useLineWords()
  if (have.length === 0) return null
  return (
    <section aria-labelledby="have" className="mt-8 max-w-measure">
      <h2 id="have">{t('makeUp.have', { count: haveAll })}</h2>
      <p className="mt-1 text-ink2">{t('makeUp.haveWhat')}</p>
      <ul className="mt-2">
        {have.map((row) => (
          <li key={row.id} className="border-b border-line py-2">
            <a href={`/street/classes/${programme.id}/coverage/${row.id}`}>{row.name}</a>
            <span className="block text-14 text-ink2">{words(row)[0]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
