import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { Field, FormErrors } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'

export type TestFound = {
  state: 'ready'
  code: string
  title: string
  partName: string
  questions: number
  minutes: number
  pass: number
  nth: number
  tries: number
  verdict: { kind: 'start' | 'resume' | 'over'; paperId: string | null }
}
export type TestShown = TestFound | { state: 'unreadable' | 'stranger' } | null
export type OpenTestPaper = { id: string; title: string; until: string }

/** Types the code of the room, or, after a right one, says what the test is and begins it. */
export function TestCodeView({ shown, open, answer }: { shown: TestShown; open: OpenTestPaper[]; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classtest')
  return (
    <div className="mx-auto max-w-md pt-2">
      {shown?.state === 'ready' ? <Ready found={shown} answer={answer} /> : <Typed shown={shown} />}
      {shown?.state !== 'ready' && open.length > 0 && (
        <section className="mt-8 border-t border-line pt-4">
          <h2>{t('code.open')}</h2>
          <ul>
            {open.map(({ id, title, until }) => (
              <li key={id}>
                <a href={`/classes/papers/${id}`} className="inline-flex min-h-touch items-center">
                  {t('code.resume', { title, until })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Typed({ shown }: { shown: { state: 'unreadable' | 'stranger' } | null }) {
  const { t } = useTranslation('classtest')
  return (
    <>
      <h1>{t('code.title')}</h1>
      {shown === null ? (
        <p className="mt-3">{t('code.lead')}</p>
      ) : (
        <div className="mt-4">
          <Notice kind="warn" title={t(`code.${shown.state}`)} live>
            <p>{t(`code.${shown.state}Text`)}</p>
          </Notice>
        </div>
      )}
      <form method="get" action="/classes/test" className="mt-6">
        <Field
          name="code"
          label={t('code.field')}
          hint={t('code.hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          required
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t('code.go')}
        </Button>
      </form>
    </>
  )
}

function Ready({ found, answer }: { found: TestFound; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classtest')
  const { verdict, questions, tries, nth, minutes } = found
  return (
    <>
      <p className="text-ink2">{found.title}</p>
      <h1 className="mt-1">{found.partName}</h1>
      <FormErrors answer={answer} />
      <p className="mt-3 text-18">{t('ready.what', { count: questions, minutes, pass: found.pass })}</p>
      <ul className="mt-3 list-disc pl-5 text-ink2">
        <li>{t('ready.saves')}</li>
        <li>{t('ready.clock')}</li>
        <li>{tries > 1 ? t('ready.tries', { count: tries }) : t('ready.oneTry')}</li>
      </ul>
      {verdict.kind === 'start' && (
        <form method="post" action="/classes/test" className="mt-6">
          <input type="hidden" name="code" value={found.code} />
          <Button weight="primary" className="w-full sm:w-auto">
            {nth > 1 ? t('ready.again', { nth }) : t('ready.start')}
          </Button>
        </form>
      )}
      {verdict.kind === 'resume' && (
        <LinkButton href={`/classes/papers/${verdict.paperId}`} weight="primary" className="mt-6 w-full sm:w-auto">
          {t('ready.resume')}
        </LinkButton>
      )}
      {verdict.kind === 'over' && (
        <div className="mt-6">
          <p className="mb-3">{t('ready.over')}</p>
          <LinkButton href={`/classes/papers/${verdict.paperId}/result`} weight="primary" className="w-full sm:w-auto">
            {t('ready.result')}
          </LinkButton>
        </div>
      )}
    </>
  )
}
