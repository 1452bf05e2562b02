-- Keeps one piece of a file that is being read. Nothing of it can be seen before the whole is kept.
-- Answers { 'DONE' } or { 'GONE' }.
local conversation, bytes = KEYS[1], KEYS[2]
local piece, content, kept_for, now = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local version, expires, was_erased =
  unpack(redis.call('HMGET', conversation, 'version', 'expires', 'erased'))
if not version or was_erased or (expires and tonumber(expires) <= now) then
  return { 'GONE' }
end
redis.call('HSET', bytes, piece, content)
local left = tonumber(kept_for)
if expires then
  left = math.min(left, tonumber(expires) - now)
end
redis.call('PEXPIRE', bytes, left)
return { 'DONE' }
