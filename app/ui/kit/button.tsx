import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type Weight = 'primary' | 'plain' | 'danger'

const looks: Record<Weight, string> = {
  primary: 'bg-indigo text-on-indigo border-indigo',
  plain: 'bg-raised text-ink border-field',
  danger: 'bg-raised text-vermilion border-vermilion',
}
const base =
  'inline-flex min-h-touch items-center justify-center gap-2 rounded border px-4 py-2 font-semibold no-underline disabled:opacity-60 [&[hidden]]:hidden'

/** A form's button. One primary a page. */
export function Button({
  weight = 'plain',
  className = '',
  children,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { weight?: Weight }) {
  return (
    <button type="submit" className={`${base} ${looks[weight]} ${className}`} {...rest}>
      {children}
    </button>
  )
}

/** A link that looks like a button: the one thing to go on with. */
export function LinkButton({
  href,
  weight = 'plain',
  className = '',
  download,
  children,
}: {
  href: string
  weight?: Weight
  className?: string
  download?: boolean
  children: ReactNode
}) {
  return (
    <a href={href} className={`${base} ${looks[weight]} ${className}`} download={download}>
      {children}
    </a>
  )
}
