-- Seals the head of a leased lane as one batch.
-- Answers { 1 }, or { 0 } if the lease is no longer ours. A repeat seals the same batch again.
local conversation = KEYS[1]
local lane, lease, batch, now = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local token, till = unpack(redis.call('HMGET', conversation, 'lease:' .. lane, 'until:' .. lane))
if token ~= lease or tonumber(till) <= now then
  return { 0 }
end
redis.call('HSET', conversation, 'sealed:' .. lane, batch)
return { 1 }
