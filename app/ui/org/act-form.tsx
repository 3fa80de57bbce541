import type { ReactNode } from 'react'
import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button, type Weight } from '~/ui/kit/button'
import { FormErrors } from '~/ui/kit/field'

/** One act: its fields, what is wrong, the button that does it and the way back. */
export function ActForm({
  answer,
  submit,
  back,
  weight = 'primary',
  children,
}: {
  answer: FormAnswer | undefined
  submit: string
  back?: string
  weight?: Weight
  children: ReactNode
}) {
  const { t } = useTranslation('org')
  return (
    <form method="post" className="max-w-measure">
      <FormErrors answer={answer} />
      {children}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button weight={weight} className="w-full sm:w-auto">
          {submit}
        </Button>
        {back && (
          <a href={back} className="inline-flex min-h-touch items-center">
            {t('cancel')}
          </a>
        )}
      </div>
    </form>
  )
}
