export const correctable = ['name', 'phone', 'idNumber'] as const
export type Correctable = (typeof correctable)[number]
