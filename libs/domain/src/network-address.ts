/**
 * The network that a caller's address stands for when callers are counted. The owner of one IPv6 address has 2^64 of them, so
 * that they count as one (RFC 6177: a site gets at least a /64); an IPv4 address in IPv6 clothes is that IPv4 address.
 * @param address as a socket or a proxy gives it; what is no address is counted as it stands
 */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/%.*$/, '');
  if (!plain.includes(':') || !/^[0-9a-f:.]+$/.test(plain)) return plain;
  const groups = groupsOf(plain);
  if (groups.slice(0, 6).join() === mapped) return groups.slice(6).flatMap(bytesOf).join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** ::ffff:0:0/96, RFC 4291 §2.5.5.2. */
const mapped = [0, 0, 0, 0, 0, 0xffff].join();
const groupCount = 8;

function groupsOf(address: string): number[] {
  const [head = [], tail = []] = address.split('::').map(numbersOf);
  const zeros = Array.from({ length: Math.max(0, groupCount - head.length - tail.length) }, () => 0);
  return [...head, ...zeros, ...tail];
}

/** The last two groups may be written as an IPv4 address. */
function numbersOf(part: string): number[] {
  return part
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return [Number.parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}

function bytesOf(group: number): number[] {
  return [Math.floor(group / 256), group % 256];
}
