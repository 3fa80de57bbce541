import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Icon } from '~/ui/kit/icons'
import type { PathShown, PathStepShown } from './path'
import { Rests } from './rests'

const looks = {
  done: { icon: 'met', tone: 'text-met' },
  waiting: { icon: 'due', tone: 'text-due' },
  blocked: { icon: 'none', tone: 'text-ink2' },
} as const

/** Every step of a path: done on which day, to be done now, or waiting for another. */
export function PathSteps({ path: { steps, next } }: { path: PathShown }) {
  const { t } = useTranslation('practicals')
  return (
    <ol className="mt-4">
      {steps.map((step, nth) => (
        <li key={step.id} className="border-t border-line py-3" aria-current={step.id === next?.id ? 'step' : undefined}>
          <p className="flex items-baseline gap-3">
            <span className={`self-center ${looks[step.state].tone}`}>
              <Icon name={looks[step.state].icon} />
            </span>
            <span className={step.id === next?.id ? 'font-semibold' : ''}>
              {nth + 1}. {step.title}
            </span>
          </p>
          <p className="pl-8 text-ink2">
            <span className={looks[step.state].tone}>{t(`path.state.${step.state}`)}</span>
            <StepDays step={step} />
          </p>
          {step.state === 'waiting' && (
            <p className="pl-8">
              {step.next}
              {step.href !== null && (
                <a href={step.href} className="ml-3 inline-flex min-h-touch items-center">
                  {t('path.go')}
                </a>
              )}
            </p>
          )}
          <details className="pl-8">
            <summary className="opens inline-flex min-h-touch items-center text-14 text-ink2">{t(`path.asked.${step.asked}`)}</summary>
            <Rests rests={step.rests} />
          </details>
        </li>
      ))}
    </ol>
  )
}

function StepDays({ step: { on, through, part, lapsed, by } }: { step: PathStepShown }) {
  const { t } = useTranslation('practicals')
  const locale = useLocale()
  const said = [
    on === null ? null : t('path.on', { day: dayText(on, locale) }),
    through === null ? null : t('path.through', { day: dayText(through, locale) }),
    part === null ? null : t('path.part', { done: part.done, of: part.of }),
    lapsed === null ? null : t(`path.lapsed.${lapsed.how}`, { day: dayText(lapsed.on, locale) }),
    by.length === 0 ? null : t('path.by', { steps: by.join(locale === 'zh' ? '、' : ', ') }),
  ]
  return said.flatMap((one) => (one === null ? [] : [<span key={one}> · {one}</span>]))
}
