import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, type Option, Select } from '~/ui/kit/field'

/** Which card or whom, and for which job. A plain GET form: the answer has an address of its own. */
export function GateForm({ typed, job, jobs, byName }: { typed: string; job: string; jobs: Option[]; byName: boolean }) {
  const { t } = useTranslation('gate')
  return (
    <form action="/gate" className="no-print mt-6">
      <Field
        name="card"
        label={t(byName ? 'form.cardOrName' : 'form.card')}
        hint={t('form.hint')}
        value={typed}
        autoComplete="off"
        required
        maxLength={300}
      />
      <Select name="job" label={t('form.job')} value={job} options={jobs} />
      <Button weight="primary" className="w-full text-18">
        {t('form.ask')}
      </Button>
    </form>
  )
}
