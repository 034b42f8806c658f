/** A browser that messages can be pushed to, as far as the page asks it. */
export class PushBrowser {
  /** What the person answers to the browser's own question. */
  willAllow: NotificationPermission = 'granted';
  /** What its push service says; null where it works. */
  broken: Error | null = null;
  readonly acts: string[] = [];
  private subscription: { readonly endpoint: string } | null;

  constructor(
    private permission: NotificationPermission = 'default',
    endpoint: string | null = null,
  ) {
    this.subscription = endpoint === null ? null : this.subscribed(endpoint);
  }

  /** Puts it in the place of the browser of the tests. */
  install(): void {
    const registration = {
      pushManager: {
        getSubscription: async () => this.subscription,
        subscribe: async ({ applicationServerKey }: { applicationServerKey: string }) => {
          this.acts.push(`subscribe ${applicationServerKey}`);
          if (this.broken !== null) throw this.broken;
          this.subscription = this.subscribed('https://push.example/1');
          return this.subscription;
        },
      },
    };
    const register = async (script: string) => void this.acts.push(`register ${script}`);
    const getRegistration = async () => registration;
    define(navigator, 'serviceWorker', { register, getRegistration, ready: Promise.resolve(registration) });
    define(window, 'PushManager', class {});
    define(globalThis, 'Notification', this.notification());
  }

  /** The browser of the tests itself can do nothing of the kind. */
  static remove(): void {
    Reflect.deleteProperty(navigator, 'serviceWorker');
    Reflect.deleteProperty(window, 'PushManager');
    Reflect.deleteProperty(globalThis, 'Notification');
  }

  private notification(): object {
    const ask = (): NotificationPermission => {
      this.acts.push('ask');
      this.permission = this.willAllow;
      return this.permission;
    };
    return Object.defineProperty({ requestPermission: async () => ask() }, 'permission', {
      get: () => this.permission,
    });
  }

  private subscribed(endpoint: string) {
    const unsubscribe = async (): Promise<boolean> => {
      this.acts.push('unsubscribe');
      this.subscription = null;
      return true;
    };
    return { endpoint, unsubscribe, toJSON: () => ({ endpoint, keys: { p256dh: 'BPuA', auth: 'tBHI' } }) };
  }
}

function define(on: object, name: string, value: unknown): void {
  Object.defineProperty(on, name, { value, configurable: true });
}
