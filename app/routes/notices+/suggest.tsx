import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readPage, suggestionLength } from '~/domain/notices/suggestion'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, formRefused, parseForm, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { serve } from '~/http/serve.server'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, FormErrors, TextArea } from '~/ui/kit/field'
import { titled } from '~/ui/shell/title'
import { suggest } from '~/usecases/notices/suggest.server'

const said = z.object({
  page: z.string().optional(),
  text: z.string('notices:error.textMissing'),
  contact: z.string().max(suggestionLength.contact, 'notices:error.contactLong').optional(),
  nameless: z.string().optional(),
})

export const loader = serve('anyone', ({ actor }, { request }) => {
  const query = readQuery(request)
  return { page: readPage(query.text('page')), isSent: query.text('sent') === 'yes', name: actor?.name ?? null }
})

export const action = serve('anyone', async ({ actor, now, address }, { request }) => {
  const form = await formOf(request)
  const read = parseForm(form, said)
  if (!read.ok) return formRefused(read.answer)
  const { page = '/', text, contact = null, nameless } = read.value
  const accountId = nameless === 'yes' ? null : (actor?.accountId ?? null)
  const outcome = await suggest({ now, address, accountId }, { page, text, contact })
  if (isRefused(outcome)) return refusedForm(outcome, form)
  return redirect(`/suggest?${new URLSearchParams({ sent: 'yes', page: readPage(page) })}`)
})

export const handle = titled<typeof loader>((t) => t('notices:suggest.title'))

export default function Suggest() {
  const { page, isSent, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('notices')
  if (isSent) return <Thanks page={page} />
  return (
    <div className="mx-auto max-w-measure">
      <h1>{t('suggest.title')}</h1>
      <p className="mt-2 text-ink2">{t('suggest.lead')}</p>
      {page !== '/' && <p className="mt-2 text-14 text-ink2">{t('suggest.about', { page })}</p>}
      <form method="post" className="mt-6">
        <FormErrors answer={answer} />
        <input type="hidden" name="page" value={answer?.values.page ?? page} />
        <TextArea
          name="text"
          label={t('suggest.text')}
          hint={t('suggest.textHint', { most: suggestionLength.most })}
          answer={answer}
          rows={7}
          required
        />
        <Field
          name="contact"
          label={t('suggest.contact')}
          hint={t(name === null ? 'suggest.contactHint' : 'suggest.contactSigned')}
          answer={answer}
          maxLength={suggestionLength.contact}
        />
        {name !== null && (
          <label className="mb-5 flex min-h-touch items-center gap-3">
            <input
              type="checkbox"
              name="nameless"
              value="yes"
              defaultChecked={answer?.values.nameless === 'yes'}
              className="h-5 w-5 shrink-0"
            />
            {t('suggest.nameless', { name })}
          </label>
        )}
        <Button weight="primary" className="w-full sm:w-auto">
          {t('suggest.submit')}
        </Button>
      </form>
    </div>
  )
}

function Thanks({ page }: { page: string }) {
  const { t } = useTranslation('notices')
  return (
    <div className="mx-auto max-w-measure" role="status">
      <h1>{t('thanks.title')}</h1>
      <p className="mt-4">{t('thanks.next')}</p>
      <p className="mt-2 text-ink2">{t('thanks.urgent')}</p>
      <p className="mt-6">
        <a href={page} className="inline-flex min-h-touch items-center">
          {t('thanks.back')}
        </a>
      </p>
    </div>
  )
}
