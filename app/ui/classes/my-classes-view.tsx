import { useTranslation } from '~/i18n/words'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { PartTime } from './class-view'
import type { MyClass, MyClasses } from './my-classes'
import { OpenNow } from './open-now'

/** Classes to which the reader, or a unit that he answers for, is asked to come. */
export function MyClassesView({ page }: { page: MyClasses }) {
  const { t } = useTranslation('classroom')
  const { now, ahead, over, total } = page
  return (
    <div className="max-w-measure">
      <h1>{t('mine.title')}</h1>
      {total === 0 ? <Empty title={t('mine.none')}>{t('mine.noneWhat')}</Empty> : <p className="mt-2 text-ink2">{t('mine.lead')}</p>}
      <OpenNow lines={now} />
      {ahead.length > 0 && <Lines title={t('mine.ahead')} lines={ahead} />}
      {over.length > 0 && <Lines title={t('mine.over')} lines={over} />}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search="" />}
    </div>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly MyClass[] }) {
  return (
    <section className="mt-6">
      <h2>{title}</h2>
      <ul className="mt-2 border-t border-line">
        {lines.map((line) => (
          <li key={line.key} className="border-b border-line py-3">
            {line.id === null ? (
              <p className="font-semibold">{line.title}</p>
            ) : (
              <a href={`/invitations/${line.id}`} className="inline-flex min-h-touch items-center font-semibold">
                {line.title}
              </a>
            )}
            <p className="text-ink2">{line.name}</p>
            {line.parts.map((part) => (
              <p key={part.key} className="text-14 text-ink2">
                {part.name} <PartTime part={part} />
              </p>
            ))}
            <p className={`mt-1 ${line.reply === 'none' && line.state === 'ahead' ? 'font-semibold text-due' : ''}`}>
              <Stands line={line} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How an invitation stands, in one line. */
export function Stands({ line: { state, reply, who, room, nth } }: { line: Pick<MyClass, 'state' | 'reply' | 'who' | 'room' | 'nth'> }) {
  const { t } = useTranslation('classroom')
  if (state === 'called-off') return t('state.called-off')
  if (reply === 'none') return t(state === 'ahead' ? 'mine.toAnswer' : 'reply.none')
  if (reply === 'declined') return t('reply.declined')
  const said = nth === null ? t(`reply.${reply}`) : t('reply.waitingNth', { n: nth })
  return [said, who, room].filter(Boolean).join(' · ')
}
