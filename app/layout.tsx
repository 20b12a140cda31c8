import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection();
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  );
}
