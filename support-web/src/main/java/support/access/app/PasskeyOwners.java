package support.access.app;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;
import support.access.persistence.Passkeys;
import support.people.persistence.People;

/**
 * The people of passkeys, as the library asks for them. To the desk a person's name is the id; a device shows the mail
 * address and the name, and keeps a random handle that tells nothing.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Passkeys passkeys;
    private final People people;

    PasskeyOwners(Passkeys passkeys, People people) {
        this.passkeys = passkeys;
        this.people = people;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return passkeys.person(handle.getBytes())
                .map(person -> entity(person, handle))
                .orElse(null);
    }

    /** @param person the id */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String person) {
        long id = Long.parseLong(person);
        return entity(id, new Bytes(passkeys.handle(id, Bytes.random().getBytes())));
    }

    private @Nullable PublicKeyCredentialUserEntity entity(long person, Bytes handle) {
        return people.viewer(person)
                .map(owner -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle)
                        .name(owner.email())
                        .displayName(owner.name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("only people of the desk have passkeys");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("a handle goes with its person");
    }
}
