import type { FormAnswer } from '~/domain/shared/refusal'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button, LinkButton } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import { TestChoiceForm } from './test-choice-form'
import { TestFiguresRow } from './test-figures'
import type { ShownTest, TestChoice } from './test-page'

type Done = 'chosen' | 'opened' | 'renewed' | 'closed'

/** The test of a class for whoever runs it: what it is, opening it, how far the room is, collecting. */
export function TestRunView({
  test,
  choice,
  done,
  answer,
}: {
  test: ShownTest
  choice: TestChoice
  done: Done | null
  answer: FormAnswer | undefined
}) {
  const { t } = useTranslation('classtest')
  const locale = useLocale()
  const { state, runs, isClassClosed } = test
  return (
    <div className="max-w-measure">
      <p>
        <a href={`/classes/${test.id}`} className="inline-flex min-h-touch items-center">
          {t('run.back')}
        </a>
      </p>
      {done !== null && (
        <Notice kind="done" live>
          {t(`run.done.${done}`)}
        </Notice>
      )}
      <p className="text-ink2">
        {test.title} · {test.partName} · {dayText(test.on, locale)} {test.from}–{test.to}
      </p>
      <h1 className="mt-1">{t(`run.state.${state}`)}</h1>
      <div className="mt-4">
        <FormErrors answer={answer} />
      </div>
      <p>{t('run.paper', { ...choice, count: choice.questions })}</p>
      {isClassClosed && <p className="mt-3 font-semibold">{t('refusal.classClosed')}</p>}
      {state === 'open' && !isClassClosed && <OpenNow test={test} />}
      {state !== 'open' && runs && !isClassClosed && (
        <form method="post" className="mt-5">
          <Button weight="primary" name="intent" value="open" className="w-full sm:w-auto">
            {t(state === 'unopened' ? 'run.open' : 'run.openAgain')}
          </Button>
          <p className="mt-2 text-14 text-ink2">{t('run.openHint')}</p>
        </form>
      )}
      {!runs && state !== 'open' && <p className="mt-3 text-ink2">{t('run.mainOpens')}</p>}
      {(state !== 'unopened' || test.figures.began > 0) && (
        <div {...(state === 'open' ? { 'data-progress': 'running', 'data-every': 5000 } : { 'data-progress': 'done' })}>
          <TestFiguresRow figures={test.figures} />
        </div>
      )}
      {runs && state === 'open' && <Collect />}
      {runs && state !== 'open' && !isClassClosed && <TestChoiceForm choice={choice} answer={answer} />}
    </div>
  )
}

function OpenNow({ test: { id, key, runs } }: { test: ShownTest }) {
  const { t } = useTranslation('classtest')
  return (
    <div className="mt-5 flex flex-wrap items-center gap-4">
      <LinkButton href={`/classes/${id}/tests/${key}/screen`} weight="primary" className="w-full sm:w-auto">
        {t('run.screen')}
      </LinkButton>
      {runs && (
        <form method="post">
          <Button name="intent" value="renew">
            {t('run.renew')}
          </Button>
        </form>
      )}
    </div>
  )
}

function Collect() {
  const { t } = useTranslation('classtest')
  return (
    <section className="mt-8 border-t border-line pt-4">
      <h2>{t('run.collect')}</h2>
      <p className="mt-2">{t('run.collectText')}</p>
      <form method="post" className="mt-3">
        <label className="mb-4 flex min-h-touch items-center gap-3">
          <input type="checkbox" name="sure" value="yes" required className="h-5 w-5 shrink-0 accent-[var(--indigo)]" />
          <span>{t('run.collectSure')}</span>
        </label>
        <Button weight="danger" name="intent" value="close">
          {t('run.collectDo')}
        </Button>
      </form>
    </section>
  )
}
