import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { UnreachableError } from '../api/problem.js';
import { session } from '../api/platform.js';
import { useFormat } from '../i18n/use-format.js';
import { Pages } from './pages.js';
import { tidyKeptDoors } from '../session/vault/kept-doors.js';
import { CatchBroken } from './catch-broken.js';
import { themeFor, useAppearance, useThemedDocument } from '../kit/appearance.js';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the platform says soon passes has been waited for already; a broken line deserves one more try.
      retry: (failures, error) => error instanceof UnreachableError && failures < 1,
    },
  },
});

// What one person has seen is not for the eyes of the next.
session.subscribe(() => {
  if (!session.isSignedIn()) queryClient.clear();
  void tidyKeptDoors(session.isSignedIn() ? session.personId() : null);
});

// Notices are worded by the platform.
i18next.on('languageChanged', () => void queryClient.invalidateQueries({ queryKey: ['notice'] }));

export function App() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { appearance } = useAppearance();
  const theme = useThemedDocument();
  return (
    <ConfigProvider
      // The only words of Ant Design's own that are heard here; its whole vocabulary would be a kilobyte of every page.
      locale={{ locale, global: { show: t('common.showPassword'), hide: t('common.hidePassword') } }}
      theme={themeFor(appearance, theme)}
      button={{ autoInsertSpace: false }}
    >
      <QueryClientProvider client={queryClient}>
        <CatchBroken>
          <Pages />
        </CatchBroken>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
