-- Reads a conversation at one moment.
-- Answers {} if there is none, else { state, version, { tab, presence, … }, message or '', 1 or 0 }.
-- `about` is '' (no message), 'seq' or 'post'; `which` is the number or the post with its desk.
-- A post that was linked before posts had desks is found by its `old` name, and the last number is 1.
local conversation, transcript, posts, presence = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, about, which, old = tonumber(ARGV[1]), ARGV[2], ARGV[3], ARGV[4]

local state, version, expires =
  unpack(redis.call('HMGET', conversation, 'state', 'version', 'expires'))
if not state or (expires and tonumber(expires) <= now) then
  return {}
end
local seq, by_old_name = nil, 0
if about == 'seq' then
  seq = tonumber(which)
elseif about == 'post' then
  local seqs = redis.call('HGET', posts, 'p:' .. which)
  if not seqs then
    seqs, by_old_name = redis.call('HGET', posts, 'p:' .. old), 1
  end
  seq = seqs and tonumber(string.match(seqs, '^%d+'))
end
local message = seq and seq > 0 and redis.call('LINDEX', transcript, seq - 1)
return { state, version, redis.call('HGETALL', presence), message or '', by_old_name }
