import type { FormAnswer } from '~/domain/shared/refusal'
import { clockText, dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '../kit/icons'
import { Empty, Notice } from '../kit/notice'
import type { ComingDrill, DrillOnFile, MyDrills, PastDrill } from './my-drills'
import { MyFindings } from './my-findings'

/** What I have to put right, what I am called to, what I was at, and what stands on my file. */
export function MyDrillsView({ mine, done, answer }: { mine: MyDrills; done: 'finding' | null; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('rollcall')
  const { findings, coming, been, onFile } = mine
  const isEmpty = findings.length + coming.length + been.length + onFile.length === 0
  return (
    <div className="mx-auto max-w-2xl">
      <h1>{t('mine.title')}</h1>
      {isEmpty && <Empty title={t('mine.none')}>{t('mine.noneText')}</Empty>}
      {done !== null && (
        <Notice kind="done" live>
          {t('mine.findingDone')}
        </Notice>
      )}
      <MyFindings findings={findings} answer={answer} />
      {coming.length > 0 && (
        <Part title={t('mine.coming')}>
          {coming.map((drill) => (
            <Coming key={drill.id} drill={drill} />
          ))}
        </Part>
      )}
      {been.length > 0 && (
        <Part title={t('mine.been')}>
          {been.map((drill) => (
            <Past key={drill.id} drill={drill} />
          ))}
        </Part>
      )}
      {!isEmpty && <OnFile pieces={onFile} />}
    </div>
  )
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="mt-8">
    <h2>{title}</h2>
    <ul className="mt-2 border-t border-line">{children}</ul>
  </section>
)

function Coming({ drill }: { drill: ComingDrill }) {
  const { t } = useTranslation('rollcall')
  const locale = useLocale()
  const { unit, title, on, startsAt, assembly, roles, isSecret, href } = drill
  return (
    <li className="border-b border-line py-4">
      <p className="text-18 font-semibold">{t('mine.on', { day: dayText(on, locale), time: startsAt })}</p>
      <p className="mt-1">{href === null ? title : <a href={href}>{title}</a>}</p>
      {roles.map(({ kind, zone }) => (
        <p key={`${kind} ${zone}`} className="mt-1 font-semibold">
          {t(`mine.role.${kind}`, { zone })}
        </p>
      ))}
      <p className="mt-1 text-ink2">
        {unit} · {t('mine.place', { place: assembly })}
      </p>
      {isSecret && <p className="mt-1 text-due">{t('mine.secret')}</p>}
    </li>
  )
}

function Past({ drill }: { drill: PastDrill }) {
  const { t } = useTranslation('rollcall')
  const locale = useLocale()
  const { unit, title, on, seen, isCalledOff } = drill
  const colour = seen?.state === 'counted' ? 'text-met' : seen?.state === 'waits' ? 'text-due' : 'text-ink2'
  return (
    <li className="border-b border-line py-4">
      <p className="font-semibold">{title}</p>
      <p className="text-ink2">
        {dayText(on, locale)} · {unit}
      </p>
      <p className={`mt-1 flex items-center gap-2 ${colour}`}>
        <Icon name={seen?.state === 'counted' ? 'met' : seen?.state === 'waits' ? 'due' : 'none'} />
        {isCalledOff
          ? t('mine.calledOff')
          : seen === null
            ? t('mine.stateNone')
            : t(`mine.state.${seen.state}`, { at: clockText(seen.at), way: t(`mine.way.${seen.way}`) })}
      </p>
    </li>
  )
}

function OnFile({ pieces }: { pieces: readonly DrillOnFile[] }) {
  const { t } = useTranslation('rollcall')
  const locale = useLocale()
  return (
    <section className="mt-8">
      <h2>{t('mine.evidence')}</h2>
      {pieces.length === 0 ? (
        <p className="mt-2 text-ink2">{t('mine.evidenceNone')}</p>
      ) : (
        <ul className="mt-2 border-t border-line">
          {pieces.map(({ id, on, title, unit, isPaper }) => (
            <li key={id} className="border-b border-line py-3">
              {title}
              <span className="block text-ink2">
                {dayText(on, locale)} · {unit}
                {isPaper && ` · ${t('drills:list.paper')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
