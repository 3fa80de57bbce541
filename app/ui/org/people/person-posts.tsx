import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '../../kit/button'
import { type MoveChoices, MoveForm, StartForm } from './post-forms'

type Post = { id: string; position: string; from: string; to: string | null; firstDay: string; lastDay: string; ended: boolean }

/** What a person does at this unit, from when to when: each post can be ended, begun on another day, or gone on from into another. */
export function PersonPosts({
  posts,
  answer,
  today,
  name,
  choices,
}: {
  posts: Post[]
  answer: FormAnswer | undefined
  today: string
  name: string
  choices: MoveChoices
}) {
  const { t } = useTranslation('people')
  return (
    <section aria-labelledby="posts" className="mt-10 max-w-measure">
      <h2 id="posts" className="text-18">
        {t('person.posts')}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {posts.map((post) => (
          <li key={post.id} className="py-4">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span className="text-18 font-semibold">{post.position}</span>
              <span className="text-ink2">
                {post.to === null ? t('person.since', { from: post.from }) : t('person.span', { from: post.from, to: post.to })}
              </span>
            </div>
            <PostActs
              post={post}
              answer={answer?.values.postId === post.id ? answer : undefined}
              today={today}
              name={name}
              choices={choices}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

type Acts = { post: Post; answer: FormAnswer | undefined; today: string; name: string; choices: MoveChoices }

function PostActs({ post, answer, today, name, choices }: Acts) {
  return (
    <div className="no-print flex flex-wrap gap-x-6">
      {!post.ended && <MoveForm postId={post.id} choices={choices} answer={answer} />}
      <StartForm postId={post.id} firstDay={post.firstDay} answer={answer} />
      <EndForm post={post} answer={answer} today={today} name={name} />
    </div>
  )
}

function EndForm({ post, answer, today, name }: { post: Post; answer: FormAnswer | undefined; today: string; name: string }) {
  const { t } = useTranslation('people')
  const errors = answer?.errors.lastDay ?? []
  const field = `last-${post.id}`
  return (
    <>
      {post.ended && (
        <form method="post" className="order-last mt-2 basis-full">
          <input type="hidden" name="postId" value={post.id} />
          <Button name="intent" value="reopen">
            {t('person.reopen')}
          </Button>
        </form>
      )}
      <details className="open:basis-full" open={errors.length > 0}>
        <summary className="flex min-h-touch items-center text-indigo underline underline-offset-4">
          {post.ended ? t('person.changeEnd') : t('person.end')}
        </summary>
        <form method="post" className="mt-2 border-l-4 border-due pl-4">
          <input type="hidden" name="postId" value={post.id} />
          <p>{t('person.endText', { name, position: post.position })}</p>
          <label htmlFor={field} className="mt-3 block font-semibold">
            {t('person.lastDay')}
          </label>
          <input
            id={field}
            name="lastDay"
            type="date"
            required
            defaultValue={answer?.values.lastDay ?? (post.ended ? post.lastDay : today)}
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? `${field}-error` : undefined}
            className="mt-1 block min-h-touch rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
          />
          {errors.map((key) => (
            <p key={key} id={`${field}-error`} className="mt-1 text-vermilion">
              {t(key)}
            </p>
          ))}
          <Button weight="danger" name="intent" value="end" className="mt-3">
            {t('person.endGo')}
          </Button>
        </form>
      </details>
    </>
  )
}
