-- Takes the head of a desk's line, if the desk's rate allows a post now. The rate is kept as the
-- moment at which the bucket is full again: one number for rate, burst and pause.
-- Answers { 'nobody' }, { 'wait', moment } or { 'yours', conversation }. Not idempotent: a turn
-- whose reply was lost is a place lost, and the outbox brings the conversation back into the line.
local line, rate = KEYS[1], KEYS[2]
local now, between, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

local head = redis.call('ZRANGE', line, 0, 0)[1]
if not head then
  return { 'nobody' }
end
local full_at = math.max(now, tonumber(redis.call('GET', rate) or '0'))
local allowed_at = full_at - between * (burst - 1)
if allowed_at > now then
  return { 'wait', string.format('%.0f', allowed_at) }
end
redis.call('ZREM', line, head)
local next_full = full_at + between
if next_full > now then
  redis.call('SET', rate, string.format('%.0f', next_full), 'PX', math.ceil(next_full - now))
end
return { 'yours', head }
