import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { ClassFormPage } from './class-form'
import { PartRows, RoomRows } from './class-form-rows'

/** Planning a class: when its parts take place and in which classrooms. */
export function ClassFormView({ page, answer }: { page: ClassFormPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classroom')
  const { programme, id, makesUp, values, people } = page
  const field = (name: string) => ({ name, answer, value: values[name] ?? '' })
  return (
    <div className="max-w-measure">
      <p>
        <a href={id === null ? `/street/classes/${programme.id}` : `/classes/${id}`} className="inline-flex min-h-touch items-center">
          {t(id === null ? 'form.backProgramme' : 'form.backClass')}
        </a>
      </p>
      <p className="text-ink2">
        {programme.place} · {programme.title}
      </p>
      <h1 className="mb-4 mt-1">{t(makesUp !== null ? 'form.makeUp' : id === null ? 'form.title' : 'form.change')}</h1>
      {makesUp !== null && (
        <Notice title={t('form.makesUp', { title: makesUp.title })}>
          <p>{t('form.willAsk', { count: makesUp.missing })}</p>
        </Notice>
      )}
      <form method="post">
        <FormErrors answer={answer} />
        <datalist id="organisers">
          {people.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
        <input type="hidden" name="intent" value="save" />
        <Field {...field('title')} label={t('form.name')} maxLength={80} required />
        <PartRows page={page} answer={answer} />
        <RoomRows page={page} answer={answer} />
        <Field
          {...field('stream')}
          type="url"
          label={t('form.stream')}
          hint={t('form.streamHint')}
          maxLength={300}
          placeholder="https://"
        />
        <Field {...field('late')} label={t('form.late')} hint={t('form.lateHint')} inputMode="numeric" maxLength={3} />
        <TextArea
          name="notice"
          label={t('form.notice')}
          hint={t('form.noticeHint')}
          answer={{ errors: answer?.errors ?? {}, values: { notice: answer?.values.notice ?? values.notice ?? '' } }}
          rows={4}
        />
        <Button weight="primary" className="w-full sm:w-auto">
          {t(id === null ? (makesUp === null ? 'form.save' : 'form.saveMakeUp') : 'form.saveChange')}
        </Button>
      </form>
    </div>
  )
}

/** Calling a class off, beneath the form that changes it. */
export function CallOff({ answer }: { answer: FormAnswer | undefined }) {
  const { t } = useTranslation('classroom')
  return (
    <section className="mt-10 max-w-measure border-t border-line pt-4" aria-labelledby="call-off">
      <h2 id="call-off">{t('callOff.title')}</h2>
      <p className="mb-4 mt-2">{t('callOff.what')}</p>
      <form method="post">
        <Field name="reason" label={t('callOff.reason')} answer={answer} required minLength={4} maxLength={300} />
        <Button weight="danger" name="intent" value="call-off">
          {t('callOff.do')}
        </Button>
      </form>
    </section>
  )
}
